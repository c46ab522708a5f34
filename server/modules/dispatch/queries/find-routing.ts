import type { Actor } from '@server/platform/actor'
import { toObjectId } from '@server/platform/database'
import { Forbidden, NotFound } from '@server/platform/errors'
import { chainOf } from '@shared/regions/schemas'
import { mayRule, ruledBy } from '../routing/routing.policy'
import { type RoutingRulesDocument, RoutingRulesModel } from '../routing/routing-rules.model'

const MOST = 100
const within = (region: string) => ({ regionCode: { $gte: region, $lt: `${region}:` } })

/** Rules of the regions whose centre the actor is, newest first, and those in force above them. At most 100. */
export const listRouting = async ({ actor }: { actor: Actor }): Promise<RoutingRulesDocument[]> => {
  const regions = ruledBy(actor)
  if (regions.length === 0) throw new Forbidden()
  const above = [...new Set(regions.flatMap((region) => chainOf(region).slice(1)))]
  const [own, inherited] = await Promise.all([
    RoutingRulesModel.find({ $or: regions.map(within) })
      .sort({ savedAt: -1, _id: -1 })
      .limit(MOST)
      .lean<RoutingRulesDocument[]>(),
    RoutingRulesModel.find({ state: 'active', regionCode: { $in: above } }).lean<RoutingRulesDocument[]>(),
  ])
  const known = new Set(own.map(({ _id }) => _id.toHexString()))
  return [...own, ...inherited.filter(({ _id }) => !known.has(_id.toHexString()))]
}

/** One version, for the centre of its region or one above. Throws NotFound. */
export const findRouting = async ({ actor, id }: { actor: Actor; id: string }): Promise<RoutingRulesDocument> => {
  const _id = toObjectId(id)
  const found = _id && (await RoutingRulesModel.findById(_id).lean<RoutingRulesDocument>())
  if (!found || !mayRule(actor, found.regionCode)) throw new NotFound()
  return found
}
