import { dateOfDay, dayNumberOf, instantAt, isWorkingDay, minutesOf } from '@server/modules/deadlines'
import type { NoticeSettings } from '@shared/notifications/schemas'

type Quiet = NoticeSettings['quiet']

/** When the quiet hours in which an instant lies are over; the instant itself when it lies in none. */
export const afterQuiet = (at: Date, quiet: Quiet): Date => {
  if (!quiet) return at
  const [from, to] = [minutesOf(quiet.from), minutesOf(quiet.to)]
  const today = dayNumberOf(at)
  // Those of yesterday's evening may reach into today.
  for (const day of [today - 1, today]) {
    const begins = instantAt(day, from)
    const ends = instantAt(from < to ? day : day + 1, to)
    if (begins <= at && at < ends) return ends
  }
  return at
}

// The longest row of days off is shorter by far.
const MOST_DAYS = 60

/** The next time after an instant at which a digest comes: that time of a working day. */
export const nextDigest = (after: Date, digestAt: string): Date => {
  const today = dayNumberOf(after)
  for (let day = today; day < today + MOST_DAYS; day += 1) {
    const at = instantAt(day, minutesOf(digestAt))
    if (at > after && isWorkingDay(dateOfDay(day))) return at
  }
  return instantAt(today + 1, minutesOf(digestAt))
}
