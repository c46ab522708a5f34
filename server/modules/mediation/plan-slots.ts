import { dateOfDay, dayNumberOf, instantAt, isHoliday, isWorkingDay, weekdayOf } from '@server/modules/deadlines'
import type { WorkingPlan } from '@shared/mediation/schemas'

export interface Span {
  startsAt: Date
  endsAt: Date
}

const HOUR = 3_600_000
const DAY = 24 * HOUR
const MONDAY = 1
const WEEKEND = 6
/** How far ahead a session can be booked. */
export const HORIZON_DAYS = 31

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

/** The hours of a day, by local date. Holidays are free; a weekend day worked in lieu has its own hours or else Monday's. */
const hoursOf = (plan: WorkingPlan, day: number): WorkingPlan['hours'] => {
  const date = dateOfDay(day)
  if (plan.daysOff.includes(date) || isHoliday(date)) return []
  const weekday = weekdayOf(day)
  const own = plan.hours.filter((hours) => hours.weekday === weekday)
  if (own.length === 0 && weekday >= WEEKEND && isWorkingDay(date)) return plan.hours.filter((hours) => hours.weekday === MONDAY)
  return own
}

/** The sessions that fit into the hours of a day, one after another; hours that overlap count once. */
const daySlots = (plan: WorkingPlan, day: number): Span[] => {
  const slots: Span[] = []
  let free = 0
  for (const { from, to } of [...hoursOf(plan, day)].sort((one, other) => (one.from < other.from ? -1 : 1))) {
    free = Math.max(free, minutesOf(from))
    for (; free + plan.sessionMinutes <= minutesOf(to); free += plan.sessionMinutes)
      slots.push({ startsAt: instantAt(day, free), endsAt: instantAt(day, free + plan.sessionMinutes) })
  }
  return slots
}

/** The sessions that a plan allows between two instants: after the notice, within the horizon. They never overlap. */
export const planSlots = (options: { plan: WorkingPlan; from: Date; to: Date; now: Date }): Span[] => {
  const { plan, now } = options
  const earliest = Math.max(options.from.getTime(), now.getTime() + plan.noticeHours * HOUR, now.getTime() + 1)
  const latest = Math.min(options.to.getTime(), now.getTime() + HORIZON_DAYS * DAY)
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
