import { texts } from './texts'

/** A count as shown: small ones are not told. */
export const countWords = (count: number | null): string => (count === null ? texts.few : String(count))

/** `87%`, or that it is too few. */
export const shareWords = (share: number | null): string => (share === null ? texts.tooFew : `${Math.round(share * 100)}%`)

/** How a count has changed against the span before; says so when that cannot be told. */
export const changeWords = (count: number | null, previous: number | null): string => {
  if (count === null || previous === null || previous === 0) return texts.noChange
  return texts.change(Math.round(((count - previous) / previous) * 100))
}

/** A week as shown under a bar: the day on which it begins. */
export const weekWords = (week: string): string => {
  const day = /^\d{4}-(\d{2})-(\d{2})/.exec(week)
  return day ? `${Number(day[1])}月${Number(day[2])}日` : week
}

/** Height of a bar, percent of the highest; a count that is not told stands at the least height. */
export const heightOf = (count: number | null, most: number): number => {
  if (count === 0) return 0
  if (count === null) return 4
  return Math.max(4, Math.round((count / Math.max(1, most)) * 100))
}
