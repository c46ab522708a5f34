import { removeAddresses } from './addresses'
import { removeNames } from './names'
import { removeNumbers } from './numbers'

/**
 * A text without what tells who wrote it or of whom it speaks: names, numbers by which people are reached or found, and
 * addresses below the village. When in doubt it takes away; what is left is meant to be read, so everyday words stay.
 */
export const deidentify = (text: string, options: { names?: readonly string[] } = {}): string =>
  removeNames(removeAddresses(removeNumbers(text)), options.names ?? [])
