import type { Actor } from '@server/platform/actor'
import { clock } from '@server/platform/clock'
import { Conflict, InvalidInput } from '@server/platform/errors'
import { newEvent, pendingUpdate } from '@server/platform/outbox'
import type { MoveAnswer } from '@shared/answers/schemas'
import type * as z from 'zod/mini'
import { type Answer, AnswerModel } from '../answer.model'
import { answerMoves, missingIn } from '../answers.policy'
import { cleanAnswer } from '../clean-answer'
import { findDraft } from '../queries/find-answer'
import { peopleBehind } from '../sources'

/** What publishing writes: clean words, and how many people stand behind them by now. */
const publication = async (answer: Answer): Promise<Partial<Answer>> => {
  const missing = missingIn(answer)
  if (missing.length > 0) throw new InvalidInput(missing)
  return { ...cleanAnswer(answer).words, people: await peopleBehind(answer), publishedAt: clock.now() }
}

/**
 * Publishes an answer or takes it back. Of those who press at once, one; those who took part hear of it by an event.
 * Refusals, in this order: NotFound, Conflict for an old revision, Conflict for a wrong state, InvalidInput for what is
 * missing.
 */
export const moveAnswer = async (options: { actor: Actor; answerId: string; input: z.infer<typeof MoveAnswer> }): Promise<Answer> => {
  const { actor, answerId, input } = options
  const { move, revision } = input
  const answer = await findDraft({ actor, answerId })
  if (revision !== answer.revision) throw new Conflict()
  const { from, to } = answerMoves[move]
  if (!from.includes(answer.state)) throw new Conflict('move_not_allowed')
  const published = move === 'publish' ? await publication(answer) : {}
  const now = clock.now()
  const { push, set } = pendingUpdate(move === 'publish' ? [newEvent('answer.published', { answerId })] : [])
  const moved = await AnswerModel.findOneAndUpdate(
    { _id: answer._id, revision, state: answer.state },
    {
      $set: { ...set, ...published, state: to, at: now },
      $inc: { revision: 1 },
      $push: { ...push, history: { $each: [{ at: now, by: actor.name, move }], $slice: -50 } },
    },
    { returnDocument: 'after' },
  ).lean<Answer>()
  if (!moved) throw new Conflict()
  return moved
}
