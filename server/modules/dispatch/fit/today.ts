import { dayNumberOf, localDate } from '@server/modules/deadlines'
import { clock } from '@server/platform/clock'

const MINUTE = 60_000
let known = { minute: Number.NaN, day: 0, date: '' }

/** Today in the city: its number and its date. Asked at every submission, so it is worked out once a minute. */
export const today = (): { day: number; date: string } => {
  const minute = Math.floor(clock.ms() / MINUTE)
  if (minute !== known.minute) {
    const now = clock.now()
    known = { minute, day: dayNumberOf(now), date: localDate(now) }
  }
  return known
}
