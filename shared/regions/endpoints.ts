import * as z from 'zod/mini'
import { endpoint } from '../platform/endpoint'
import { itemsOf, RegionCode } from '../platform/schema'
import { CreateVenue, ImportRegions, ImportRegionsResult, RegionQuery, RegionShape, RegionView, VenueQuery, VenueView } from './schemas'

export const regionEndpoints = {
  'regions.list': endpoint({
    method: 'GET',
    path: '/api/regions',
    summary:
      'Children of a region, the regions of a point (nearest level first), of a name or a code; without parameters the top of the tree',
    auth: 'none',
    query: RegionQuery,
    output: itemsOf(RegionView),
  }),
  'regions.shapes': endpoint({
    method: 'GET',
    path: '/api/regions/:code/shapes',
    summary: 'Boundaries of a region and of its children, to draw a map',
    auth: 'none',
    params: z.strictObject({ code: RegionCode }),
    output: z.strictObject({ region: RegionShape, children: z.array(RegionShape) }),
  }),
  'regions.import': endpoint({
    method: 'POST',
    path: '/api/regions/import',
    summary: 'Bulk import of division codes (CSV) or boundaries (GeoJSON); administrators only',
    auth: 'user',
    body: ImportRegions,
    output: ImportRegionsResult,
  }),
  'venues.list': endpoint({
    method: 'GET',
    path: '/api/venues',
    summary: 'Places where sessions are held, that serve a region',
    auth: 'none',
    query: VenueQuery,
    output: itemsOf(VenueView),
  }),
  'venues.create': endpoint({
    method: 'POST',
    path: '/api/venues',
    summary: 'Adds a venue with its rooms; administrators only',
    auth: 'user',
    body: CreateVenue,
    output: VenueView,
    status: 201,
    key: 'accepted',
  }),
}
