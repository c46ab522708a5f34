import type { Terms } from '@server/modules/deadlines/due'
import type { DeadlineRules } from '@shared/deadlines/schemas'

const MINUTE = 60_000
const DAY = 1440
/** The test's own idea of local time: Shanghai is eight hours ahead, always. */
const AHEAD = 8 * 60

const minuteOf = (time: string): number => {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return hour * 60 + minute
}

/**
 * Due dates by walking on minute by minute, as somebody would with a calendar and a watch: slow, obvious, and sharing
 * nothing with the service. Everything lies on whole minutes.
 */
export const slowDueAt = (options: Terms & { works: (date: string) => boolean; office: DeadlineRules['officeHours'] }): Date => {
  const { from, limit, pauses = [], extraDays = 0, works, office } = options
  const known = new Map<number, boolean>()
  const worksOn = (day: number): boolean => {
    const answer = known.get(day) ?? works(new Date(day * DAY * MINUTE).toISOString().slice(0, 10))
    known.set(day, answer)
    return answer
  }
  const closes = minuteOf(office.at(-1)?.to ?? '')
  const spans = office.map((one) => [minuteOf(one.from), minuteOf(one.to)] as const)
  const stops = pauses.flatMap(({ from: start, to }) => (to ? [[start.getTime() / MINUTE, to.getTime() / MINUTE] as const] : []))
  const stoodAt = (minute: number) => stops.some(([start, end]) => start < minute && minute <= end)
  const isOpen = (local: number) =>
    worksOn(Math.floor(local / DAY)) && spans.some(([start, end]) => local % DAY >= start && local % DAY < end)

  let minute = from.getTime() / MINUTE
  const counts = limit.unit === 'hours' || limit.unit === 'workingHours'
  let left = counts ? limit.amount * 60 : limit.amount
  // First what it takes without an extension …
  for (;;) {
    const local = minute + AHEAD
    if (counts) {
      // The minute that begins now is used when the clock runs through it.
      const runs = !stops.some(([start, end]) => start <= minute && minute < end)
      if (runs && (limit.unit === 'hours' || isOpen(local))) left -= 1
      minute += 1
      if (left === 0) break
    } else {
      minute += 1
      const [day, time] = [Math.floor((local + 1) / DAY), (local + 1) % DAY]
      if (time === 0 && left > 0 && !stoodAt(minute) && (limit.unit === 'calendarDays' || worksOn(day))) left -= 1
      if (time === closes && left === 0 && worksOn(day) && !stoodAt(minute)) break
    }
  }
  // … then one working day after the other.
  let extra = extraDays
  while (extraDays > 0) {
    minute += 1
    const [day, time] = [Math.floor((minute + AHEAD) / DAY), (minute + AHEAD) % DAY]
    if (time === 0 && extra > 0 && worksOn(day) && !stoodAt(minute)) extra -= 1
    if (time === closes && extra === 0 && worksOn(day) && !stoodAt(minute)) break
  }
  return new Date(minute * MINUTE)
}
