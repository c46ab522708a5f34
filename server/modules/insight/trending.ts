import { DAY_MS } from './message'
import { normalTail } from './tails'

const FEWEST_PEOPLE = 10
const FEWEST_MONTHS = 6
const FEWEST_ACTIVE = 4
const YEAR = 12
/** What may be raised by chance: one in twenty of all that is looked at, shared among the topics. */
const FALSE_SHARE = 0.05

/** The number of the month in which a day falls. */
export const monthOf = (day: number): number => {
  const date = new Date(day * DAY_MS)
  return date.getUTCFullYear() * YEAR + date.getUTCMonth()
}

/** The last day of a month. */
export const endOfMonth = (month: number): number => Date.UTC(Math.floor(month / YEAR), (month % YEAR) + 1, 0) / DAY_MS

/** People of a topic, and messages of all, month by month. */
export interface Month {
  month: number
  people: number
  messages: number
}

export interface Trend {
  p: number
  /** People in the latest three months, and how many there would have been without growth. */
  observed: number
  expected: number
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

/**
 * Growth within one season: whether people come later than all messages do (Cochran and Armitage's test). Answers how far
 * the sum of months lies above what is expected, and how far it would stray by chance.
 */
const growthOf = (months: readonly Month[]) => {
  const people = sum(months.map((one) => one.people))
  const messages = sum(months.map((one) => one.messages))
  if (people === 0 || messages === 0) return { above: 0, variance: 0 }
  const middle = sum(months.map((one) => one.messages * one.month)) / messages
  const spread = sum(months.map((one) => one.messages * (one.month - middle) ** 2)) / messages
  return { above: sum(months.map((one) => one.people * (one.month - middle))), variance: people * spread }
}

/** With two years and more, January is compared with January: what comes back every year is no growth. */
const seasonsOf = (months: readonly Month[]): Month[][] => {
  if (months.length < 2 * YEAR) return [[...months]]
  return Array.from({ length: YEAR }, (_, season) => months.filter(({ month }) => month % YEAR === season))
}

/** Whether more and more people come to a topic, month after month, compared with all messages; null when too few have. */
export const trendOf = (months: readonly Month[], topics: number): Trend | null => {
  const people = sum(months.map((one) => one.people))
  const active = months.filter((one) => one.people > 0).length
  if (months.length < FEWEST_MONTHS || people < FEWEST_PEOPLE || active < FEWEST_ACTIVE) return null
  const latest = months.slice(-3)
  const growing = latest.filter((one) => one.people > 0).length >= 2
  const seasons = seasonsOf(months).map(growthOf)
  const variance = sum(seasons.map((one) => one.variance))
  if (!growing || variance === 0) return null
  const p = normalTail(sum(seasons.map((one) => one.above)) / Math.sqrt(variance))
  if (p > FALSE_SHARE / Math.max(1, topics)) return null
  const share = sum(latest.map((one) => one.messages)) / sum(months.map((one) => one.messages))
  return { p, observed: sum(latest.map((one) => one.people)), expected: people * share }
}
