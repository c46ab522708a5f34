/**
 * Regions: the tree of divisions with boundaries, and the venues. The tree is held in memory by each process, so
 * lookups are synchronous; `warmRegions` must have been awaited once.
 */
export { warmRegions } from './atlas-cache'
export { insertVenue } from './commands/create-venue'
export { importRegions } from './commands/import-regions'
export { type NamedRegion, regionsNamedIn } from './queries/find-named-in'
export { venuesFor } from './queries/find-venues'
export { childrenOf, regionByPoint, regionExists, regionMiddle, regionName, regionPath } from './queries/region-lookups'
export type { Boundary } from './region.model'
export { holdsForCity } from './regions.policy'
export { regionHandlers } from './regions.routes'
export type { Venue } from './venue.model'
