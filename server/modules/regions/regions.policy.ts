import { type Actor, holds, regionsOf } from '@server/platform/actor'
import { CODE_LENGTHS } from '@shared/regions/schemas'

/** Whether somebody may change the tree at all. */
export const mayImport = (actor: Actor): boolean => regionsOf(actor, 'admin').length > 0

/** Administrators of a city or a province keep the whole tree; those below it, what lies within their region. */
export const mayChangeRegion = (actor: Actor, code: string): boolean =>
  holds(actor, 'admin', code) || regionsOf(actor, 'admin').some((region) => region.length <= CODE_LENGTHS.city)

/** Venues are added by the administrators of their region. */
export const mayAddVenue = (actor: Actor, regionCode: string): boolean => holds(actor, 'admin', regionCode)
