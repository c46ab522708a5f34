import type { WorkingPlan } from '@shared/mediation/schemas'
import { WorkingPlanModel } from '../working-plan.model'

/** Replaces a person's working hours. Sessions that are agreed on stay as they are. */
export const saveWorkingPlan = async (options: { personId: string; plan: WorkingPlan }): Promise<WorkingPlan> => {
  const { personId, plan } = options
  await WorkingPlanModel.replaceOne({ _id: personId }, plan, { upsert: true })
  return plan
}
