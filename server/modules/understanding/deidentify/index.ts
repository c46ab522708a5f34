import { ADDRESS_STEPS } from './addresses'
import { type Removal, takeSteps } from './draft'
import { nameSteps } from './names'
import { NUMBER_STEPS } from './numbers'
import { SMALL_COUNT_STEPS } from './small-counts'

interface Options {
  /** Names that are known already, of the parties of a case. */
  names?: readonly string[]
  /** Takes away counts of one to four people or households as well: for what is read by people who know the place. */
  smallCounts?: boolean
}

/**
 * A text without what tells who wrote it or of whom it speaks: names, numbers by which people are reached or found, and
 * addresses below the village; and where in the text each of them stood. When in doubt it takes away; what is left is
 * meant to be read, so everyday words stay.
 */
export const redact = (text: string, { names = [], smallCounts = false }: Options = {}): { text: string; removed: Removal[] } =>
  takeSteps(text, [...NUMBER_STEPS, ...ADDRESS_STEPS, ...nameSteps(names), ...(smallCounts ? SMALL_COUNT_STEPS : [])])

/** Only the text that `redact` leaves. */
export const deidentify = (text: string, options: Options = {}): string => redact(text, options).text
