import { type Actor, regionsOf } from '@server/platform/actor'
import { CODE_LENGTHS } from '@shared/regions/schemas'

/** A model speaks for the whole deployment: administrators of a city, or above, choose it. */
export const mayChooseModel = (actor: Actor): boolean => regionsOf(actor, 'admin').some((region) => region.length <= CODE_LENGTHS.city)
