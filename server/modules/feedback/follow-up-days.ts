import { dateOfDay, dayNumberOf, dayOfDate, instantAt, isWorkingDay } from '@server/modules/deadlines'
import { clock } from '@server/platform/clock'

const MORNING_MINUTES = 9 * 60
/** So many days before its day a follow-up may be done already. */
const EARLY_DAYS = 3

/** When to follow up what was closed at an instant, after so many days: on a working day. */
export const followUpDay = (closedAt: Date, days: number): { dueOn: string; dueAt: Date } => {
  let day = dayNumberOf(closedAt) + days
  while (!isWorkingDay(dateOfDay(day))) day += 1
  return { dueOn: dateOfDay(day), dueAt: instantAt(day, MORNING_MINUTES) }
}

const daysUntil = (date: string): number => dayOfDate(date) - dayNumberOf(clock.now())
export const isLate = (dueOn: string): boolean => daysUntil(dueOn) < 0
/** Whether the time for a follow-up has come, or nearly. */
export const isTime = (dueOn: string): boolean => daysUntil(dueOn) <= EARLY_DAYS
