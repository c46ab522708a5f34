import { holdsForCity } from '@server/modules/regions'
import type { Actor } from '@server/platform/actor'

/** A model speaks for the whole deployment: administrators of a city, or above, choose it. */
export const mayChooseModel = (actor: Actor): boolean => holdsForCity(actor, 'admin')
