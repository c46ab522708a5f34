import type { WorkingPlan } from '@shared/mediation/schemas'
import { DEFAULT_PLAN, WorkingPlanModel } from '../working-plan.model'

/** The working hours of a person; the usual ones when nothing was said. */
export const findPlan = async (personId: string): Promise<WorkingPlan> => {
  const stored = await WorkingPlanModel.findById(personId).lean()
  if (!stored) return DEFAULT_PLAN
  const { hours, sessionMinutes, noticeHours, daysOff } = stored
  return { hours: hours.map(({ weekday, from, to }) => ({ weekday, from, to })), sessionMinutes, noticeHours, daysOff }
}
