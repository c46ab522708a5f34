import type { RegionShape, RegionView, VenueView } from '@shared/regions/schemas'
import type * as z from 'zod/mini'
import type { Region } from './region.model'
import type { Venue } from './venue.model'

/** A region as lists show it. */
export const presentRegion = (region: Region): RegionView => ({ code: region._id, name: region.name, level: region.level })

/** A region with its boundary, to be drawn. */
export const presentShape = (region: Region): RegionShape => ({
  ...presentRegion(region),
  boundary: region.boundary ? { type: region.boundary.type, coordinates: region.boundary.coordinates } : null,
})

/** A venue with its rooms. */
export const presentVenue = (venue: Venue): z.infer<typeof VenueView> => ({
  id: venue._id.toHexString(),
  name: venue.name,
  address: venue.address,
  regionCode: venue.regionCode,
  accessible: venue.accessible,
  rooms: venue.rooms.map(({ id, name, seats }) => ({ id, name, seats })),
  location: venue.location ? { type: 'Point', coordinates: venue.location.coordinates } : null,
})
