import type { CaseKind } from '@shared/cases/words'
import { chainOf } from '@shared/regions/schemas'
import { FollowUpPlanModel, type PlannedFollowUps } from '../follow-up-plan.model'

/** Without a plan of the centre: an agreement is looked after twice, anything else once. */
const DISPUTE_DAYS = [7, 30]
const OTHER_DAYS = [15]

/** After how many days a case of a region is followed up: by the plan of the nearest level that has one. */
export const findFollowUpPlan = async (options: { regionCode: string; kind?: CaseKind }): Promise<PlannedFollowUps> => {
  const { regionCode, kind = 'dispute' } = options
  const plans = await FollowUpPlanModel.find({ regionCode: { $in: chainOf(regionCode) } }).lean<PlannedFollowUps[]>()
  const [nearest] = plans.sort((one, other) => other.regionCode.length - one.regionCode.length)
  return { regionCode, days: nearest?.days ?? (kind === 'dispute' ? DISPUTE_DAYS : OTHER_DAYS) }
}
