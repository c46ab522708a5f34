import { dateOfDay, dayNumberOf, instantAt, isHoliday, isWorkingDay, minutesOf, weekdayOf } from '@server/modules/deadlines'
import type { WorkingPlan } from '@shared/mediation/schemas'

export interface Span {
  startsAt: Date
  endsAt: Date
}

type Hours = Pick<WorkingPlan['hours'][number], 'from' | 'to'>

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const MONDAY = 1
const WEEKEND = 6

/**
 * The hours of a day, by local date. A day off is off. A day with hours of its own has these, whatever day it is.
 * Otherwise holidays are free; a weekend day worked in lieu has its own hours or else Monday's.
 */
const hoursOf = (plan: WorkingPlan, day: number): Hours[] => {
  const date = dateOfDay(day)
  if (plan.daysOff.includes(date)) return []
  const exceptions = plan.exceptions.filter((one) => one.date === date)
  if (exceptions.length > 0) return exceptions.flatMap((one) => one.hours)
  if (isHoliday(date)) return []
  const weekday = weekdayOf(day)
  const own = plan.hours.filter((hours) => hours.weekday === weekday)
  if (own.length === 0 && weekday >= WEEKEND && isWorkingDay(date)) return plan.hours.filter((hours) => hours.weekday === MONDAY)
  return own
}

/** From the end of one session to the beginning of the next, at least. */
const gapOf = ({ bufferBefore, bufferAfter }: WorkingPlan): number => (bufferBefore + bufferAfter) * MINUTE

/**
 * The sessions that fit into the hours of a day, one after another with the buffers between them; hours that overlap
 * count once. Laid out in real time: when clocks change, the hours are as much shorter or longer, and no session is.
 */
const gridOf = (plan: WorkingPlan, day: number): Span[] => {
  const length = plan.sessionMinutes * MINUTE
  const slots: Span[] = []
  let free = Number.NEGATIVE_INFINITY
  for (const { from, to } of [...hoursOf(plan, day)].sort((one, other) => (one.from < other.from ? -1 : 1))) {
    free = Math.max(free, instantAt(day, minutesOf(from)).getTime())
    const end = instantAt(day, minutesOf(to)).getTime()
    for (; free + length <= end; free += length + gapOf(plan)) slots.push({ startsAt: new Date(free), endsAt: new Date(free + length) })
  }
  return slots
}

/** The grid of a day without what the evening before would reach into. */
const daySlots = (plan: WorkingPlan, day: number): Span[] => {
  const slots = gridOf(plan, day)
  if (gapOf(plan) === 0 || slots.length === 0) return slots
  const last = gridOf(plan, day - 1).at(-1)
  const free = last ? last.endsAt.getTime() + gapOf(plan) : Number.NEGATIVE_INFINITY
  return slots.filter((slot) => slot.startsAt.getTime() >= free)
}

/** The sessions that a plan allows between two instants: after the notice, within the horizon. They never overlap. */
export const planSlots = (options: { plan: WorkingPlan; from: Date; to: Date; now: Date }): Span[] => {
  const { plan, now } = options
  const earliest = Math.max(options.from.getTime(), now.getTime() + plan.noticeHours * HOUR, now.getTime() + 1)
  const latest = Math.min(options.to.getTime(), now.getTime() + plan.horizonDays * DAY)
  const slots: Span[] = []
  for (let day = dayNumberOf(new Date(earliest)); day <= dayNumberOf(new Date(latest)); day += 1)
    for (const slot of daySlots(plan, day)) if (slot.startsAt.getTime() >= earliest && slot.startsAt.getTime() < latest) slots.push(slot)
  return slots
}

/** The slot that begins exactly at an instant, if the plan has one. */
export const slotAt = (options: { plan: WorkingPlan; startsAt: Date; now: Date }): Span | undefined => {
  const { plan, startsAt, now } = options
  return planSlots({ plan, from: startsAt, to: new Date(startsAt.getTime() + 1), now })[0]
}
