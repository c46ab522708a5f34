import { compareMarks } from './marks'
import { eachTerm } from './pack'
import type { Rarity } from './rarity'
import type { Terms } from './terms'

/** What is compared of a case. */
export interface Print {
  terms: Terms
  marks: readonly string[]
}
/** The same of another, as it is stored. */
interface Stored {
  /** Packed. */
  terms: Uint8Array
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

/**
 * How like another case reads, between 0 and 1: the angle between their rare terms, and whether they name the same
 * places. What is the same for all who are compared with one is worked out once.
 */
export const likenessTo = ({ terms, marks }: Print, rarity: Rarity): ((other: Stored) => number) => {
  const left = squareOf(terms, rarity)
  return (other) => {
    let product = 0
    let right = 0
    let size = 0
    eachTerm(other.terms, (term, there) => {
      const weight = rarity.weight(term)
      const value = weigh(there, weight)
      right += value ** 2
      size += 1
      const here = terms.get(term)
      if (here !== undefined) product += weigh(here, weight) * value
    })
    if (product === 0) return 0
    const angle = product / Math.sqrt(left * right)
    const isShort = Math.min(terms.size, size) < FEW_TERMS
    const contained = isShort ? 0 : Math.min(1, product / Math.min(left, right)) * SHARE_OF_CONTAINED
    const { shared, differ } = compareMarks(marks, other.marks)
    const words = Math.min(1, Math.max(angle, contained) + Math.min(MOST_FOR_MARKS, shared * FOR_EACH_MARK))
    return differ ? words * WITH_OTHER_NUMBERS : words
  }
}
