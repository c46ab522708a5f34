import { regionExists } from '@server/modules/regions'
import type { Actor } from '@server/platform/actor'
import { Forbidden, InvalidInput } from '@server/platform/errors'
import { mayLookAt, opinionRegions } from '../opinion.policy'

/** The region that was asked for, else the first of the actor's. Throws Forbidden outside of them. */
export const findRegion = (actor: Actor, asked: string | undefined): string => {
  const regionCode = asked ?? opinionRegions(actor)[0]
  if (regionCode === undefined || !mayLookAt(actor, regionCode)) throw new Forbidden()
  if (!regionExists(regionCode)) throw InvalidInput.field('regionCode', 'unknown_region', '没有这个地区')
  return regionCode
}
