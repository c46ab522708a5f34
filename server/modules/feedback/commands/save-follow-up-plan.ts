import type { Actor } from '@server/platform/actor'
import { isDuplicate } from '@server/platform/database'
import { Forbidden } from '@server/platform/errors'
import { FollowUpPlanModel, type PlannedFollowUps } from '../follow-up-plan.model'
import { maySetPlan } from '../follow-ups.policy'

/** Says when a region's cases are followed up, for its centre. Those that are closed already keep their days. */
export const saveFollowUpPlan = async (options: { actor: Actor; plan: PlannedFollowUps }): Promise<PlannedFollowUps> => {
  const { actor, plan } = options
  const { regionCode } = plan
  if (!maySetPlan(actor, regionCode)) throw new Forbidden()
  const days = [...new Set(plan.days)].sort((one, other) => one - other)
  const save = () => FollowUpPlanModel.updateOne({ regionCode }, { $set: { days } }, { upsert: true })
  try {
    await save()
  } catch (error) {
    // Somebody else made the first plan at this moment: now there is one to change.
    if (!isDuplicate(error)) throw error
    await save()
  }
  return { regionCode, days }
}
