import type { DeadlineRules, Limit } from '@shared/deadlines/schemas'
import { dayNumberOf, instantAt, minutesOf, timeZone } from './local-time'
import { rulesOf } from './rules'
import { addRunning, type Pause, runningBetween } from './running-time'
import { calendarVersion, workingDaysBetween, worksOn } from './working-days'

const HOUR = 3_600_000
const DAY_MINUTES = 1440

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

/** What a due date follows from; nothing else has a say in it. */
export interface Terms {
  from: Date
  limit: Limit
  pauses?: readonly Pause[]
  /** Granted on top, in working days. */
  extraDays?: number
  /** Whose opening hours count: the version of the rules by which it began. */
  version?: number | undefined
  /** Instead of a version: rules that are only tried. */
  rules?: DeadlineRules | undefined
}

const hoursOf = ({ rules, version }: Pick<Terms, 'rules' | 'version'>): DeadlineRules => rules ?? rulesOf(version)
const closing = (terms: Pick<Terms, 'rules' | 'version'>): number => minutesOf(hoursOf(terms).officeHours.at(-1)?.to ?? '18:00')

/** Whether the clock stood at an instant: from just after the beginning of a pause until its end. */
const stood = (pauses: readonly Pause[], at: number): boolean =>
  pauses.some(({ from, to }) => to !== null && from.getTime() < at && at <= to.getTime())

/** The end of the first working day from `day` on that ends while the clock runs. */
const firstEnd = (day: number, pauses: readonly Pause[], closes: number): number => {
  for (let at = day; ; at += 1) {
    const end = instantAt(at, closes).getTime()
    if (worksOn(at) && !stood(pauses, end)) return end
  }
}

/** The nth day after `day` that counts: one at whose beginning the clock ran; of working days, those only. */
const nthDay = (options: { day: number; count: number; pauses: readonly Pause[]; working: boolean }): number => {
  const { day, count, pauses, working } = options
  let at = day
  for (let left = count; left > 0; ) {
    at += 1
    if ((!working || worksOn(at)) && !stood(pauses, instantAt(at, 0).getTime())) left -= 1
  }
  return at
}

const endOfDays = (day: number, terms: Terms): number => {
  const { limit, pauses = [] } = terms
  const working = limit.unit === 'workingDays'
  const closes = closing(terms)
  const find = () => firstEnd(nthDay({ day, count: limit.amount, pauses, working }), pauses, closes)
  return pauses.length > 0 ? find() : remember(((day * 1001 + limit.amount) * 2 + Number(working)) * DAY_MINUTES + closes, find)
}

const withoutExtra = (terms: Terms): Date => {
  const { from, limit, pauses } = terms
  if (limit.unit === 'workingDays' || limit.unit === 'calendarDays') return new Date(endOfDays(dayNumberOf(from), terms))
  const office = limit.unit === 'hours' ? null : hoursOf(terms).officeHours
  return addRunning({ from, ms: limit.amount * HOUR, office, ...(pauses ? { pauses } : {}) })
}

/**
 * When something is due.
 * Working days: at the end of office hours of the nth working day after the local day of `from`. The day itself never
 * counts, whatever the hour. Calendar days: at the end of the nth day after it, or of the next working day.
 * Hours: after so many hours, round the clock or while offices are open.
 * A day counts when the clock ran at its beginning; nothing falls due while the clock stands.
 * Extra days are working days after the day on which it would be due without them.
 */
export const dueAt = (terms: Terms): Date => {
  const due = withoutExtra(terms)
  const { extraDays = 0, pauses = [] } = terms
  if (extraDays === 0) return due
  const day = nthDay({ day: dayNumberOf(due), count: extraDays, pauses, working: true })
  return new Date(firstEnd(day, pauses, closing(terms)))
}

/** When little is left of the time until `due`: the rules' share of it, in the time in which it runs. */
export const warnAt = (terms: Terms & { due: Date }): Date => {
  const { from, limit, pauses = [], due } = terms
  const { officeHours, yellowShare } = hoursOf(terms)
  const roundTheClock = limit.unit === 'hours' || limit.unit === 'calendarDays'
  const clock = { from, pauses, office: roundTheClock ? null : officeHours }
  const whole = runningBetween({ ...clock, to: due })
  return addRunning({ ...clock, ms: Math.round(whole * (1 - yellowShare)) })
}

/**
 * A deadline of the time before limits were kept with it, after a pause: as many working days later as the pause took,
 * the first one not counted. What had passed before the pause stays as it was.
 */
export const shiftDue = (options: { dueAt: Date; pausedFrom: Date; resumedAt: Date }): Date => {
  const { dueAt: due, pausedFrom, resumedAt } = options
  if (pausedFrom >= due) return due
  const days = workingDaysBetween(dayNumberOf(pausedFrom), dayNumberOf(resumedAt))
  return days === 0 ? due : dueAt({ from: due, limit: { amount: days, unit: 'workingDays' } })
}
