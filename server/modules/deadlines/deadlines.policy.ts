import { type Actor, regionsOf } from '@server/platform/actor'
import { CODE_LENGTHS } from '@shared/regions/schemas'

/** The calendar is the whole city's: its administrators set it, and those above it. */
export const mayLoadCalendar = (actor: Actor): boolean => regionsOf(actor, 'admin').some((region) => region.length <= CODE_LENGTHS.city)
