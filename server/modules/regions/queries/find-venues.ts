import { CODE_LENGTHS, chainOf } from '@shared/regions/schemas'
import { type Venue, VenueModel } from '../venue.model'

const MOST = 200

const shared = (one: string, other: string): number => {
  let length = 0
  while (length < one.length && one[length] === other[length]) length++
  return length
}

/** Codes within `region`, as a range on the index. */
const within = (region: string) => ({ $gte: region, $lt: `${region}:` })

/**
 * Venues that serve a region, nearest first: those of the region itself and above it, and those of the same township.
 * Without a region: all. At most 200.
 */
export const venuesFor = async (regionCode?: string): Promise<Venue[]> => {
  if (regionCode === undefined) return VenueModel.find().sort({ regionCode: 1, name: 1 }).limit(MOST).lean<Venue[]>()
  const township = regionCode.slice(0, CODE_LENGTHS.township)
  const venues = await VenueModel.find({ $or: [{ regionCode: { $in: chainOf(regionCode) } }, { regionCode: within(township) }] })
    .sort({ regionCode: 1, name: 1 })
    .limit(MOST)
    .lean<Venue[]>()
  const nearness = (venue: Venue) => shared(venue.regionCode, regionCode)
  return venues.sort((one, other) => nearness(other) - nearness(one))
}
