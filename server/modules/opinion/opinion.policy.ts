import { type Actor, regionsOf, regionsOfAny } from '@server/platform/actor'
import type { StaffRole } from '@shared/identity/schemas'
import { isWithin } from '@shared/regions/schemas'

const ROLES = ['cppccMember', 'cppccOffice'] as const satisfies readonly StaffRole[]

/** The regions whose opinion the actor may look at, in the order of the roles. */
export const opinionRegions = (actor: Actor): string[] => regionsOfAny(actor, ROLES)

/** Whether a region lies within one of them. */
export const mayLookAt = (actor: Actor, regionCode: string): boolean => opinionRegions(actor).some((region) => isWithin(regionCode, region))

/** In which role the actor reads wording; undefined for who may not. */
export const readingRole = (actor: Actor, regionCode: string): StaffRole | undefined =>
  ROLES.find((role) => regionsOf(actor, role).some((region) => isWithin(regionCode, region)))
