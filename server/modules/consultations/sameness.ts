/** Words that turn a thought into its opposite: with and without them, two statements are never the same. */
const TURNING = /不|没|别|无|非|未|勿|禁止|反对|取消|停止|减少|增加|多|少/gu
const DIGITS = /\d+|[一二两三四五六七八九十百千万]+/gu
const LIKE = 0.85
/** Of a very short text one sign is a large part: there only the same counts as the same. */
const SHORT = 6

/** A text without blanks, marks and kinds of letters: what is left of "same" when somebody only sets it differently. */
export const keyOf = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

const all = (key: string, pattern: RegExp): string => [...key.matchAll(pattern)].map(([found]) => found).join(' ')

const pairsOf = (key: string): Map<string, number> => {
  const signs = [...key]
  const pairs = new Map<string, number>()
  for (let i = 0; i + 1 < signs.length; i += 1) {
    const pair = `${signs[i]}${signs[i + 1]}`
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  }
  return pairs
}

const sizeOf = (pairs: ReadonlyMap<string, number>): number => [...pairs.values()].reduce((sum, count) => sum + count, 0)

/** Whether two keys say the same in nearly the same words: shared pairs of signs (Dice), and no other number or negation. */
export const isNearly = (one: string, other: string): boolean => {
  if (one === other) return true
  if (Math.min([...one].length, [...other].length) < SHORT) return false
  if (all(one, TURNING) !== all(other, TURNING) || all(one, DIGITS) !== all(other, DIGITS)) return false
  const [left, right] = [pairsOf(one), pairsOf(other)]
  let shared = 0
  for (const [pair, count] of left) shared += Math.min(count, right.get(pair) ?? 0)
  return (2 * shared) / (sizeOf(left) + sizeOf(right)) >= LIKE
}
