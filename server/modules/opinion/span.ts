import { dateOfDay, dayNumberOf, instantAt, weekdayOf } from '@server/modules/deadlines'

const DAY_MS = 24 * 3600 * 1000
const WEEK = 7

/** A stretch of weeks, the running one included, and the equally long stretch before it. */
export interface Span {
  from: Date
  to: Date
  previous: { from: Date; to: Date }
  /** The Mondays, as local dates. */
  weeks: string[]
}

/** The Monday, as a local date, of the week in which an instant falls. */
export const weekOf = (at: Date): string => {
  const day = dayNumberOf(at)
  return dateOfDay(day - weekdayOf(day) + 1)
}

/** `count` weeks that end now: whole weeks from Monday on, and the running one as far as it has come. */
export const spanOf = (count: number, now: Date): Span => {
  const today = dayNumberOf(now)
  const first = today - weekdayOf(today) + 1 - (count - 1) * WEEK
  const shift = count * WEEK
  return {
    from: instantAt(first, 0),
    // What is filed in this very millisecond belongs to it.
    to: new Date(now.getTime() + 1),
    previous: { from: instantAt(first - shift, 0), to: new Date(now.getTime() + 1 - shift * DAY_MS) },
    weeks: Array.from({ length: count }, (_, i) => dateOfDay(first + i * WEEK)),
  }
}
