import { regionExists } from '@server/modules/regions'
import type { Actor } from '@server/platform/actor'
import { Forbidden, InvalidInput } from '@server/platform/errors'
import { isWithin } from '@shared/regions/schemas'
import { insightRegions, mayLookAt } from '../insight.policy'

/** The region that was asked for, else the first of the actor's. Throws Forbidden outside of them. */
export const chooseRegion = (actor: Actor, asked: string | undefined): string => {
  const regionCode = asked ?? insightRegions(actor)[0]
  if (regionCode === undefined || !mayLookAt(actor, regionCode)) throw new Forbidden()
  if (!regionExists(regionCode)) throw InvalidInput.field('regionCode', 'unknown_region', '没有这个地区')
  return regionCode
}

/** The region of the actor's in which another lies: its numbers are the ones that the actor knows anyway. */
export const baseOf = (actor: Actor, regionCode: string): string =>
  insightRegions(actor).find((base) => isWithin(regionCode, base)) ?? regionCode
