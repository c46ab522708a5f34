import { type Actor, regionsOf } from '@server/platform/actor'
import { isWithin } from '@shared/regions/schemas'

/** The regions whose year of work the actor may look at: those for which they are a member or in the office. */
export const yearRegions = (actor: Actor): string[] => [
  ...new Set([...regionsOf(actor, 'cppccOffice'), ...regionsOf(actor, 'cppccMember')]),
]

/** Members and the office read the numbers of their regions and of those within. */
export const mayReadYear = (actor: Actor, regionCode: string): boolean => yearRegions(actor).some((region) => isWithin(regionCode, region))
