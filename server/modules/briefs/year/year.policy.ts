import { type Actor, regionsOfAny } from '@server/platform/actor'
import { isWithin } from '@shared/regions/schemas'

/** The regions whose year of work the actor may look at: those for which they are a member or in the office. */
export const yearRegions = (actor: Actor): string[] => regionsOfAny(actor, ['cppccOffice', 'cppccMember'])

/** Members and the office read the numbers of their regions and of those within. */
export const mayReadYear = (actor: Actor, regionCode: string): boolean => yearRegions(actor).some((region) => isWithin(regionCode, region))
