import { compareMarks } from './marks'
import type { Rarity } from './rarity'
import type { Terms } from './terms'

/** What is compared of a case. */
export interface Print {
  terms: Terms
  marks: readonly string[]
}

/** A short report of something that another describes at length is like it, though most of the other is not in it. */
const SHARE_OF_CONTAINED = 0.75
/** Of very few terms all may stand in a long text by chance. */
const FEW_TERMS = 8
const FOR_EACH_MARK = 0.05
const MOST_FOR_MARKS = 0.15
/** 3号楼 is not 7号楼, however like the words. */
const WITH_OTHER_NUMBERS = 0.28

const weigh = (count: number, weight: number): number => (1 + Math.log(count)) * weight

const squareOf = (terms: Terms, rarity: Rarity): number => {
  let sum = 0
  for (const [term, count] of terms) sum += weigh(count, rarity.weight(term)) ** 2
  return sum
}

const productOf = (one: Terms, other: Terms, rarity: Rarity): number => {
  const [few, many] = one.size <= other.size ? [one, other] : [other, one]
  let sum = 0
  for (const [term, count] of few) {
    const there = many.get(term)
    if (there === undefined) continue
    const weight = rarity.weight(term)
    sum += weigh(count, weight) * weigh(there, weight)
  }
  return sum
}

/** How like two cases read, between 0 and 1: the angle between their rare terms, and whether they name the same places. */
export const likenessOf = (one: Print, other: Print, rarity: Rarity): number => {
  const product = productOf(one.terms, other.terms, rarity)
  if (product === 0) return 0
  const [left, right] = [squareOf(one.terms, rarity), squareOf(other.terms, rarity)]
  const angle = product / Math.sqrt(left * right)
  const isShort = Math.min(one.terms.size, other.terms.size) < FEW_TERMS
  const contained = isShort ? 0 : Math.min(1, product / Math.min(left, right)) * SHARE_OF_CONTAINED
  const { shared, differ } = compareMarks(one.marks, other.marks)
  const words = Math.min(1, Math.max(angle, contained) + Math.min(MOST_FOR_MARKS, shared * FOR_EACH_MARK))
  return differ ? words * WITH_OTHER_NUMBERS : words
}
