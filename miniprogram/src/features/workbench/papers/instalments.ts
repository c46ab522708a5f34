import type { PromiseInput } from '@shared/papers/schemas'
import { centsOf } from '@/lib/money'

const DAY = 86_400_000
export const INTERVALS = ['week', 'twoWeeks', 'month'] as const
export type Interval = (typeof INTERVALS)[number]
/** The contract's limits. */
export const FEWEST = 2
export const MOST = 60

/** One instalment as it is being written. */
export interface PartDraft {
  amount: string
  dueOn: string
}

/** `2026-01-31` a number of months later: the last day where the month is shorter. */
const monthsLater = (date: string, months: number): string => {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last))).toISOString().slice(0, 10)
}

const later = (date: string, every: Interval, times: number): string =>
  every === 'month'
    ? monthsLater(date, times)
    : new Date(Date.parse(`${date}T00:00:00Z`) + times * (every === 'week' ? 7 : 14) * DAY).toISOString().slice(0, 10)

const typed = (cents: number): string => (cents % 100 === 0 ? String(cents / 100) : (cents / 100).toFixed(2))

/** Splits a sum evenly; what does not divide goes to the last part, so that the parts always add up. */
export const split = (options: { cents: number; count: number; first: string; every: Interval }): PartDraft[] => {
  const { cents, count, first, every } = options
  // whole yuan are easier to pay, as long as nothing becomes empty
  const unit = cents >= count * 100 ? 100 : 1
  const each = Math.floor(cents / count / unit) * unit
  return Array.from({ length: count }, (_, index) => ({
    amount: typed(index === count - 1 ? cents - each * (count - 1) : each),
    dueOn: later(first, every, index),
  }))
}

/** How much of a sum is not yet in its parts; negative when they are more. Undefined while an amount cannot be read. */
export const leftOf = (cents: number, parts: readonly PartDraft[]): number | undefined => {
  let left = cents
  for (const { amount } of parts) {
    const part = centsOf(amount)
    if (part === undefined) return undefined
    left -= part
  }
  return left
}

/** What all promises of money add up to. */
export const sumOf = (promises: readonly PromiseInput[]): number => promises.reduce((sum, { amountCents }) => sum + (amountCents ?? 0), 0)
