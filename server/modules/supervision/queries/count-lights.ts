import { countStanding } from '@server/modules/cases'
import { childrenOf, regionName } from '@server/modules/regions'
import type { Actor } from '@server/platform/actor'
import { clock } from '@server/platform/clock'
import { Forbidden } from '@server/platform/errors'
import type { LightCounts } from '@shared/supervision/schemas'
import type * as z from 'zod/mini'
import { SupervisionModel } from '../supervision.model'
import { watchedRegions } from '../supervision.policy'

const MOST_REGIONS = 10

type Counts = z.infer<typeof LightCounts>['items'][number]

const countSupervised = async (regionCode: string, placeLength: number): Promise<Map<string, number>> => {
  const rows = await SupervisionModel.aggregate<{ _id: string; cases: number }>([
    { $match: { open: true, regionCode: { $gte: regionCode, $lt: `${regionCode}:` } } },
    { $group: { _id: { place: { $substrBytes: ['$regionCode', 0, placeLength] }, caseId: '$caseId' } } },
    { $group: { _id: '$_id.place', cases: { $sum: 1 } } },
  ])
  return new Map(rows.map(({ _id, cases }) => [_id, cases]))
}

/** The regions below one, each with its counts; the region itself for what belongs to none of them. */
const countIn = async (regionCode: string, now: Date): Promise<Counts[]> => {
  const below = childrenOf(regionCode).map(({ _id }) => _id)
  const placeLength = below[0]?.length ?? regionCode.length
  const [standing, supervised] = await Promise.all([
    countStanding({ regionCode, placeLength, now }),
    countSupervised(regionCode, placeLength),
  ])
  const found = new Map(standing.map((one) => [one.place, one]))
  const places = [...new Set([...below, ...found.keys()])].sort()
  return places.map((place) => {
    const { open = 0, yellow = 0, red = 0 } = found.get(place) ?? {}
    return { regionCode: place, regionName: regionName(place), open, yellow, red, supervised: supervised.get(place) ?? 0 }
  })
}

/** How the open cases stand in the regions below those over which the actor watches. Throws Forbidden for who watches over none. */
export const countLights = async (options: { actor: Actor }): Promise<Counts[]> => {
  const regions = watchedRegions(options.actor).slice(0, MOST_REGIONS)
  if (regions.length === 0) throw new Forbidden()
  const now = clock.now()
  return (await Promise.all(regions.map((code) => countIn(code, now)))).flat()
}
