import type { WorkingPlan } from '@shared/mediation/schemas'
import { DEFAULT_PLAN, WorkingPlanModel } from '../working-plan.model'

/** The working hours of a person; the usual ones when nothing was said. */
export const findPlan = async (personId: string): Promise<WorkingPlan> => {
  const stored = await WorkingPlanModel.findById(personId).lean()
  if (!stored) return DEFAULT_PLAN
  const { _id, ...plan } = stored
  // What an older one does not say yet is as usual.
  return { ...DEFAULT_PLAN, ...plan }
}
