import { type Case, findCases, ownerKey } from '@server/modules/cases'
import { isDuplicate } from '@server/platform/database'
import { type FollowUp, FollowUpModel } from '../follow-up.model'
import { followUpDay } from '../follow-up-days'
import { isFollowedUp } from '../follow-ups.policy'
import { findFollowUpPlan } from '../queries/find-follow-up-plan'

type New = Omit<FollowUp, '_id'>

const build = (doc: Case, closedAt: Date, days: readonly number[]): New[] =>
  days.map((after, index) => ({
    caseId: doc._id,
    caseRound: doc.round,
    round: index + 1,
    ...followUpDay(closedAt, after),
    told: false,
    state: 'open',
    ownerKey: doc.owner ? ownerKey(doc.owner) : '',
    method: null,
    result: null,
    note: '',
    by: null,
    doneAt: null,
    answers: [],
  }))

const create = async (doc: Case, closedAt: Date): Promise<void> => {
  const rounds = { caseId: doc._id, caseRound: doc.round }
  // A plan that was changed since must not add to what was planned at the closing.
  if (await FollowUpModel.exists(rounds)) return
  const { days } = await findFollowUpPlan({ regionCode: doc.regionCode, kind: doc.kind })
  try {
    await FollowUpModel.insertMany(build(doc, closedAt, days))
  } catch (error) {
    // Another process heard of it at the same moment.
    if (!isDuplicate(error)) throw error
  }
}

/**
 * Plans the follow-ups of a case that was closed, and cancels those of a round that was reopened. Goes by how the case
 * stands now, so that hearing of it late, or twice, does no harm.
 */
export const planFollowUps = async (options: { caseId: string; closed: boolean }): Promise<void> => {
  const { caseId, closed } = options
  const [doc] = await findCases([caseId])
  if (!doc) return
  const earlier = { caseId: doc._id, state: 'open' as const, caseRound: { $lt: doc.round } }
  await FollowUpModel.updateMany(earlier, { $set: { state: 'cancelled' } })
  if (closed && isFollowedUp(doc) && doc.closedAt) await create(doc, doc.closedAt)
}
