import type { Actor } from '@server/platform/actor'
import { Forbidden } from '@server/platform/errors'
import { NEWEST_FIRST, olderThan, placeOf } from '@server/platform/newest-first'
import { toPage } from '@server/platform/page'
import { type Answer, AnswerModel, type AnswerState } from '../answer.model'
import { answerRegions } from '../answers.policy'

/** Answers of the office's regions that stand somewhere, the latest first. Throws Forbidden for who answers nobody. */
export const listDrafts = async (options: { actor: Actor; state: AnswerState; cursor?: string | undefined; limit: number }) => {
  const { actor, state, cursor, limit } = options
  const regions = answerRegions(actor)
  if (regions.length === 0) throw new Forbidden()
  const within = regions.map((region) => ({ regionCode: { $gte: region, $lt: `${region}:` } }))
  const rows = await AnswerModel.find({ state, $and: [{ $or: within }, olderThan(cursor)] })
    .sort(NEWEST_FIRST)
    .limit(limit + 1)
    .lean<Answer[]>()
  return toPage(rows, limit, placeOf)
}
