import { type Actor, holds, regionsOf } from '@server/platform/actor'
import type { StaffRole } from '@shared/identity/schemas'
import { CODE_LENGTHS } from '@shared/regions/schemas'

/** Whether the actor holds a role for the whole city, or above it. */
export const holdsForCity = (actor: Actor, role: StaffRole): boolean =>
  regionsOf(actor, role).some((region) => region.length <= CODE_LENGTHS.city)

/** Whether somebody may change the tree at all. */
export const mayImport = (actor: Actor): boolean => regionsOf(actor, 'admin').length > 0

/** Administrators of a city or a province keep the whole tree; those below it, what lies within their region. */
export const mayChangeRegion = (actor: Actor, code: string): boolean => holds(actor, 'admin', code) || holdsForCity(actor, 'admin')

/** Venues are added by the administrators of their region. */
export const mayAddVenue = (actor: Actor, regionCode: string): boolean => holds(actor, 'admin', regionCode)
