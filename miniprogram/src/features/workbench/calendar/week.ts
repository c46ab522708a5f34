import { dateOf } from '@/lib/time'

const DAY = 86_400_000
const OFFSET = 8 * 3_600_000

/** The midnight, in the city, at which a calendar day begins. */
const startOf = (date: string): number => Date.parse(`${date}T00:00:00Z`) - OFFSET

/** Monday to Sunday, `weeks` after this one, as calendar days. */
export const weekDays = (weeks: number, now: number = Date.now()): string[] => {
  const today = startOf(dateOf(now))
  const weekday = (new Date(today + OFFSET).getUTCDay() + 6) % 7
  const monday = today - weekday * DAY + weeks * 7 * DAY
  return Array.from({ length: 7 }, (_, index) => dateOf(monday + index * DAY))
}

/** The calendar days from tomorrow on. */
export const daysToCome = (count: number, now: number = Date.now()): string[] => {
  const today = startOf(dateOf(now))
  return Array.from({ length: count }, (_, index) => dateOf(today + (index + 1) * DAY))
}

/** `11月26日`. */
export const shortDate = (date: string): string => `${Number(date.slice(5, 7))}月${Number(date.slice(8, 10))}日`

/** `08:30` a number of minutes later, within the day. */
export const shiftClock = (clock: string, minutes: number): string => {
  const [hour = 0, minute = 0] = clock.split(':').map(Number)
  const shifted = Math.min(23 * 60 + 45, Math.max(0, hour * 60 + minute + minutes))
  return `${String(Math.floor(shifted / 60)).padStart(2, '0')}:${String(shifted % 60).padStart(2, '0')}`
}
