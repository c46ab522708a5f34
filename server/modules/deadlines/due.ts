import type { DeadlineKind } from '@shared/cases/moves'
import type { CaseKind } from '@shared/cases/words'
import { LIMITS, WORKING_DAY_ENDS } from '@shared/deadlines/limits'
import { dayNumberOf, instantAt, timeZone } from './local-time'
import { calendarVersion, workingDayAfter, workingDaysBetween, worksOn } from './working-days'

// Submission asks for several thousand of these a second, nearly all of them for today.
const remembered = new Map<number, number>()
const REMEMBERED = 5_000
let basis = ''

const remember = (key: number, make: () => number): number => {
  const now = `${timeZone()} ${calendarVersion()}`
  if (now !== basis || remembered.size >= REMEMBERED) {
    remembered.clear()
    basis = now
  }
  let value = remembered.get(key)
  if (value === undefined) {
    value = make()
    remembered.set(key, value)
  }
  return value
}

const endOf = (day: number): number => instantAt(day, WORKING_DAY_ENDS * 60).getTime()

/** A length of time, at most 1,000 days. */
type Span = { workingDays: number } | { calendarDays: number }

/**
 * When something that starts at `from` is due.
 * Working days: at 18:00 of the nth working day after the local day of `from`. The day itself never counts, whatever the
 * hour; what starts in the evening, at a weekend or on a holiday counts from the next working day all the same.
 * Calendar days: at 18:00 of the nth day after it or, when nobody works that day, of the next working day.
 */
export const dueAt = (options: { from: Date } & Span): Date => {
  const day = dayNumberOf(options.from)
  if ('workingDays' in options) {
    const { workingDays } = options
    return new Date(remember((day * 1001 + workingDays) * 2, () => endOf(workingDayAfter(day, workingDays))))
  }
  const { calendarDays } = options
  return new Date(
    remember((day * 1001 + calendarDays) * 2 + 1, () => {
      const last = day + calendarDays
      return endOf(worksOn(last) ? last : workingDayAfter(last, 1))
    }),
  )
}

/** When a deadline of a case is due that starts at `from`, by the limits of its kind. */
export const deadlineFor = (options: { deadline: DeadlineKind; kind: CaseKind; from: Date }): Date => {
  const { days, unit } = LIMITS[options.deadline][options.kind]
  return dueAt(unit === 'working' ? { from: options.from, workingDays: days } : { from: options.from, calendarDays: days })
}

/**
 * A deadline after a pause: as many working days later as the pause took working days, the first one not counted
 * (paused on Monday, resumed on Wednesday: two). What had passed before the pause stays as it was.
 */
export const shiftDue = (options: { dueAt: Date; pausedFrom: Date; resumedAt: Date }): Date => {
  const { dueAt: due, pausedFrom, resumedAt } = options
  if (pausedFrom >= due) return due
  const days = workingDaysBetween(dayNumberOf(pausedFrom), dayNumberOf(resumedAt))
  return days === 0 ? due : new Date(endOf(workingDayAfter(dayNumberOf(due), days)))
}
