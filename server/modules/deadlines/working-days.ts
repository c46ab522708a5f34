// The whole of it: its named exports cannot be imported by Node's ES modules.
import chineseDays from 'chinese-days'
import type { Calendar } from './calendar.model'
import { dateOfDay, dayOfDate, weekdayOf } from './local-time'

// What an administrator loaded, by year: it replaces the library's year, which may lack it or be out of date.
let loaded = new Map<number, { holidays: Set<string>; workdays: Set<string> }>()
const known = new Map<number, boolean>()
const knownHolidays = new Map<string, boolean>()
const KNOWN = 50_000
let version = 0

/** Replaces the calendars that were loaded into the database; every answer that rested on the former ones is forgotten. */
export const setCalendars = (calendars: readonly Calendar[]): void => {
  loaded = new Map(calendars.map((one) => [one.year, { holidays: new Set(one.holidays), workdays: new Set(one.workdays) }]))
  known.clear()
  knownHolidays.clear()
  version += 1
}
/** Grows whenever answers may have changed, for those who remember answers of their own. */
export const calendarVersion = (): number => version

const decide = (day: number): boolean => {
  const date = dateOfDay(day)
  const year = Number(date.slice(0, 4))
  const own = loaded.get(year)
  if (own?.holidays.has(date)) return false
  if (own?.workdays.has(date)) return true
  const weekday = weekdayOf(day) <= 5
  if (own) return weekday
  // Built from parts and at noon, so that the zone of the machine cannot shift the day. A year that the library
  // does not know has its weekends, and no holidays until somebody loads them.
  return chineseDays.getDayDetail(new Date(year, Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10)), 12)).work
}

/** Whether people work on a day (days since 1970-01-01, local), by the Chinese calendar with its days in lieu. */
export const worksOn = (day: number): boolean => {
  let works = known.get(day)
  if (works === undefined) {
    if (known.size >= KNOWN) known.clear()
    works = decide(day)
    known.set(day, works)
  }
  return works
}

/** Whether a local date, YYYY-MM-DD, is a working day. */
export const isWorkingDay = (date: string): boolean => worksOn(dayOfDate(date))

const decideHoliday = (date: string): boolean => {
  const own = loaded.get(Number(date.slice(0, 4)))
  if (own) return own.holidays.has(date)
  // The library names holidays in two languages, `National Day,国庆节,3`, and other days by their weekday.
  const { work, name } = chineseDays.getDayDetail(date)
  return !work && name.includes(',')
}

/** Whether a local date, YYYY-MM-DD, is a public holiday, as distinct from an ordinary weekend. */
export const isHoliday = (date: string): boolean => {
  let holiday = knownHolidays.get(date)
  if (holiday === undefined) {
    if (knownHolidays.size >= KNOWN) knownHolidays.clear()
    holiday = decideHoliday(date)
    knownHolidays.set(date, holiday)
  }
  return holiday
}

/** How many working days lie after `from`, up to and including `to`. */
export const workingDaysBetween = (from: number, to: number): number => {
  let count = 0
  for (let day = from + 1; day <= to; day += 1) if (worksOn(day)) count += 1
  return count
}
