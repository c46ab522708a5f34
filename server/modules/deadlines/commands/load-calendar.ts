import { InvalidInput } from '@server/platform/errors'
import { type Calendar, CalendarModel } from '../calendar.model'
import { dateOfDay, dayOfDate } from '../local-time'
import { setCalendars } from '../working-days'

const isDateOf = (year: number, date: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(date) &&
  Number(date.slice(0, 4)) === year &&
  !Number.isNaN(dayOfDate(date)) &&
  dateOfDay(dayOfDate(date)) === date

/** Reads the loaded calendars into this process. At the start and, for what other processes load, now and then. */
export const refreshCalendars = async (): Promise<void> => {
  setCalendars(await CalendarModel.find({ year: { $gte: 1990 } }, { _id: 0 }).lean<Calendar[]>())
}

/**
 * Sets the holidays and the days worked in lieu of a year, for years that the library does not know yet or has wrong.
 * Throws InvalidInput for dates that are not of that year, or that are both.
 */
export const loadCalendar = async (calendar: Calendar): Promise<void> => {
  const { year, holidays, workdays } = calendar
  for (const field of ['holidays', 'workdays'] as const)
    if (!calendar[field].every((date) => isDateOf(year, date))) throw InvalidInput.field(field, 'invalid_format', '日期不对，或不在这一年')
  if (workdays.some((date) => holidays.includes(date))) throw InvalidInput.field('workdays', 'invalid_value', '同一天不能既放假又上班')
  await CalendarModel.updateOne({ year }, { $set: { holidays, workdays } }, { upsert: true })
  await refreshCalendars()
}
