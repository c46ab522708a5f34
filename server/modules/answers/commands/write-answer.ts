import type { Actor } from '@server/platform/actor'
import { Conflict } from '@server/platform/errors'
import type { WriteAnswer } from '@shared/answers/schemas'
import { type Answer, AnswerModel } from '../answer.model'
import { WRITABLE } from '../answers.policy'
import { findDraft } from '../queries/find-answer'

/** Writes what people will read. Throws NotFound, or Conflict when somebody else has written, or when it is published. */
export const writeAnswer = async (options: { actor: Actor; answerId: string; input: WriteAnswer }): Promise<Answer> => {
  const { actor, answerId, input } = options
  const { _id, state } = await findDraft({ actor, answerId })
  if (!WRITABLE.includes(state)) throw new Conflict('move_not_allowed', '已经公开的要先撤下再改')
  const { revision, title, result, raised, done, notDone } = input
  const words = { title: title.trim(), raised: raised.trim(), done: done.trim(), notDone: notDone.trim() }
  const written = await AnswerModel.findOneAndUpdate(
    { _id, revision, state: { $in: [...WRITABLE] } },
    { $set: { ...words, result }, $inc: { revision: 1 } },
    { returnDocument: 'after' },
  ).lean<Answer>()
  if (!written) throw new Conflict()
  return written
}
