import { CODE_LENGTHS, levelOf, REGION_LEVELS, type RegionLevel } from '@shared/regions/schemas'

const LENGTHS = REGION_LEVELS.map((level) => CODE_LENGTHS[level])
/** Lengths that lists of division codes pad with zeros: 6 digits (GB/T 2260), 9, and 12 (statistics). */
const PADDED = [6, 9, 12]

const shorter = (code: string): string => code.slice(0, LENGTHS.filter((length) => length < code.length).at(-1) ?? 0)
const endsInZeros = (code: string): boolean => /^0+$/.test(code.slice(shorter(code).length))

/**
 * The code of the level that a list means: `110101000000` is the county `110101`.
 * Undefined for what is not a code.
 */
export const cutCode = (raw: string): { code: string; level: RegionLevel } | undefined => {
  if (!/^\d+$/.test(raw)) return undefined
  let code = raw
  if (PADDED.includes(raw.length)) while (code.length > 2 && endsInZeros(code)) code = shorter(code)
  const level = levelOf(code)
  return level && !/^0+$/.test(code) ? { code, level } : undefined
}

/**
 * The code above; null at the top. A city without counties numbers its townships `4419 00 003`: there the level
 * of zeros is skipped.
 */
export const parentOf = (code: string): string | null => {
  let parent = shorter(code)
  while (parent.length > 2 && endsInZeros(parent)) parent = shorter(parent)
  return parent === '' ? null : parent
}
