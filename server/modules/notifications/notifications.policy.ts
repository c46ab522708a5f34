import { type Actor, regionsOf } from '@server/platform/actor'

const CITY_LENGTH = 4

/** Digests are for those whom many cases reach. */
export const mayDigest = (actor: Actor): boolean => actor.roles.some(({ role }) => role !== 'resident')

/** Messages belong to no region, so only an administrator of the whole city sees what became of them. */
export const seesDeliveries = (actor: Actor): boolean => regionsOf(actor, 'admin').some((region) => region.length <= CITY_LENGTH)
