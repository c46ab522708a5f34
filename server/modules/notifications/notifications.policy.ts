import { holdsForCity } from '@server/modules/regions'
import type { Actor } from '@server/platform/actor'

/** Digests are for those whom many cases reach. */
export const mayDigest = (actor: Actor): boolean => actor.roles.some(({ role }) => role !== 'resident')

/** Messages belong to no region, so only an administrator of the whole city sees what became of them. */
export const seesDeliveries = (actor: Actor): boolean => holdsForCity(actor, 'admin')
