import { suppressRow } from '@server/modules/opinion'
import { chainOf, isWithin } from '@shared/regions/schemas'
import type { SignalMember } from './member.model'

/** What of a member numbers are made of. */
export type Row = Pick<SignalMember, '_id' | 'signalId' | 'personId' | 'regionCode' | 'kind' | 'at' | 'week'>

/** The first message of each person, in order: people are counted where and when they first spoke. */
export const firstsOf = <R extends Pick<Row, 'personId' | 'at'>>(rows: readonly R[]): R[] => {
  const firsts = new Map<string, R>()
  for (const row of rows) {
    const first = firsts.get(row.personId)
    if (!first || row.at < first.at) firsts.set(row.personId, row)
  }
  return [...firsts.values()].sort((one, other) => one.at.getTime() - other.at.getTime())
}

/** How many rows there are of each key. */
export const countBy = <R>(rows: readonly R[], keyOf: (row: R) => string): Map<string, number> => {
  const counts = new Map<string, number>()
  for (const row of rows) counts.set(keyOf(row), (counts.get(keyOf(row)) ?? 0) + 1)
  return counts
}

/** The region one level below the one of `bases` in which a region lies; the base itself where nothing is below. */
export const partOf = (regionCode: string, bases: readonly string[]): string => {
  const base = bases.find((one) => isWithin(regionCode, one)) ?? ''
  return (
    chainOf(regionCode)
      .reverse()
      .find((code) => code.length > base.length) ?? base
  )
}

/**
 * Whether the number of a region is told beside those of its neighbours, and so on up to `base`, whose number is known:
 * what is kept back there must not be told when one asks for that region alone. `rows`: one for each person.
 */
export const isToldWithin = (rows: readonly Pick<Row, 'regionCode'>[], base: string, regionCode: string): boolean => {
  const chain = chainOf(regionCode).reverse()
  return chain.every((code, i) => {
    if (code.length <= base.length) return true
    const parent = chain[i - 1] ?? ''
    const counts = countBy(
      rows.filter((row) => isWithin(row.regionCode, parent)),
      (row) => partOf(row.regionCode, [parent]),
    )
    const told = suppressRow([...counts.values()])
    return told[[...counts.keys()].indexOf(code)] !== null
  })
}
