import { topOf } from '@shared/cases/categories'
import { CODE_LENGTHS, chainOf } from '@shared/regions/schemas'

/** The regions whose mediators serve a place, nearest first: grid, village, township, county. */
export const servingCodes = (regionCode: string): string[] => chainOf(regionCode).filter((code) => code.length >= CODE_LENGTHS.county)

/** Desks that take a category: its own, or all of them. */
export const takes = (category: string) => ({ categories: { $in: [topOf(category), [] as never] } })

/** Desks with room. */
export const HAS_ROOM = { open: true, room: { $gt: 0 } }
