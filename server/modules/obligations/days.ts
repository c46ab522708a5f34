import { dateOfDay, dayNumberOf, dayOfDate, instantAt, isWorkingDay, localDate } from '@server/modules/deadlines'
import { clock } from '@server/platform/clock'

/** When people are told of a day: not in the night. */
const MORNING_MINUTES = 9 * 60

/** The morning of the day that lies `days` after a local date. */
export const morningOf = (date: string, days = 0): Date => instantAt(dayOfDate(date) + days, MORNING_MINUTES)

/** The city's date of today. */
export const today = (): string => localDate(clock.now())

/** How many days there are from today to a local date; negative when it has passed. */
export const daysUntil = (date: string): number => dayOfDate(date) - dayNumberOf(clock.now())

/**
 * The last day of a period that begins at an instant. The first day is not counted, and one that ends on a day off ends
 * on the next working day (Civil Procedure Law, article 85).
 */
export const lastDayOf = (from: Date, days: number): string => {
  let last = dayNumberOf(from) + days
  while (!isWorkingDay(dateOfDay(last))) last += 1
  return dateOfDay(last)
}
