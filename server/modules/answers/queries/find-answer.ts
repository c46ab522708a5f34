import type { Actor } from '@server/platform/actor'
import { toObjectId } from '@server/platform/database'
import { NotFound } from '@server/platform/errors'
import { type Answer, AnswerModel } from '../answer.model'
import { mayWorkOn } from '../answers.policy'

const load = async (answerId: string): Promise<Answer | null> => {
  const _id = toObjectId(answerId)
  return _id ? AnswerModel.findById(_id).lean<Answer>() : null
}

/** An answer that everybody may read. Throws NotFound. */
export const findPublished = async ({ answerId }: { answerId: string }): Promise<Answer> => {
  const answer = await load(answerId)
  if (answer?.state !== 'published') throw new NotFound()
  return answer
}

/** An answer for the office of its region, wherever it stands. Throws NotFound for others. */
export const findDraft = async ({ actor, answerId }: { actor: Actor; answerId: string }): Promise<Answer> => {
  const answer = await load(answerId)
  if (!answer || !mayWorkOn(actor, answer)) throw new NotFound()
  return answer
}
