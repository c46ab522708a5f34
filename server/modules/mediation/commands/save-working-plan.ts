import { InvalidInput } from '@server/platform/errors'
import type { WorkingPlan } from '@shared/mediation/schemas'
import { PROBLEMS } from '../texts'
import { WorkingPlanModel } from '../working-plan.model'

/** Replaces a person's working hours. Sessions that are agreed on stay as they are. */
export const saveWorkingPlan = async (options: { personId: string; plan: WorkingPlan }): Promise<WorkingPlan> => {
  const { personId, plan } = options
  const both = plan.exceptions.findIndex(({ date, hours }) => hours.length > 0 && plan.daysOff.includes(date))
  if (both >= 0) throw InvalidInput.field(`exceptions.${both}.date`, 'also_day_off', PROBLEMS.daysOff)
  await WorkingPlanModel.replaceOne({ _id: personId }, plan, { upsert: true })
  return plan
}
