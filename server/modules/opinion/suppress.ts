import { SUPPRESS_BELOW } from '@shared/opinion/schemas'

const isSmall = (count: number): boolean => count > 0 && count < SUPPRESS_BELOW

/** One number by itself: null when it is so small that somebody could be made out. */
export const suppressOne = (count: number): number | null => (isSmall(count) ? null : count)

/**
 * The numbers of a row whose sum is shown too. Small ones become null; so that none of them can be found by subtraction,
 * at least two do, and those together make no small number either: the next larger ones go with them.
 */
export const suppressRow = (counts: readonly number[]): (number | null)[] => {
  const hidden = new Set(counts.flatMap((count, i) => (isSmall(count) ? [i] : [])))
  if (hidden.size === 0) return [...counts]
  const others = counts.map((count, i) => ({ count, i })).filter(({ count, i }) => count > 0 && !hidden.has(i))
  others.sort((one, other) => one.count - other.count)
  const sum = () => [...hidden].reduce((total, i) => total + Number(counts[i]), 0)
  // When all hidden ones are small, their sum may give them away: 2 is 1 and 1, 8 of two is 4 and 4.
  const tells = () => hidden.size < 2 || sum() < SUPPRESS_BELOW || sum() === hidden.size * (SUPPRESS_BELOW - 1)
  for (const { i } of others) {
    if (!tells()) break
    hidden.add(i)
  }
  return counts.map((count, i) => (hidden.has(i) ? null : count))
}
