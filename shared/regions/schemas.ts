import * as z from 'zod/mini'
import { Id, Point, RegionCode, words } from '../platform/schema'

/** Levels of the tree, from the top; a code's length tells its level. */
export const REGION_LEVELS = ['province', 'city', 'county', 'township', 'village', 'grid'] as const
export type RegionLevel = (typeof REGION_LEVELS)[number]

/** Digits of a code by level. */
export const CODE_LENGTHS: Record<RegionLevel, number> = {
  province: 2,
  city: 4,
  county: 6,
  township: 9,
  village: 12,
  grid: 15,
}

/** The level that a code's length says, or undefined for a length that none has. */
export const levelOf = (code: string): RegionLevel | undefined => REGION_LEVELS.find((level) => CODE_LENGTHS[level] === code.length)

/** The codes above and including `code`, nearest first: grid, village, township, county, city, province. */
export const chainOf = (code: string): string[] =>
  [...REGION_LEVELS]
    .reverse()
    .map((level) => CODE_LENGTHS[level])
    .filter((length) => length <= code.length)
    .map((length) => code.slice(0, length))

/** Whether `code` lies within `region` (or is it). */
export const isWithin = (code: string, region: string): boolean => code.startsWith(region)

/** Of some regions those that lie within no other of them, each once. */
export const outermost = (codes: readonly string[]): string[] =>
  [...new Set(codes)].filter((code) => !codes.some((other) => other !== code && isWithin(code, other)))

export const RegionView = z.strictObject({
  code: RegionCode,
  name: z.string(),
  level: z.enum(REGION_LEVELS),
})
export type RegionView = z.infer<typeof RegionView>

/** Exactly one of the parameters, or none for the top of the tree. `point`: `longitude,latitude`. */
export const RegionQuery = z
  .strictObject({
    parent: z.optional(RegionCode),
    point: z.optional(z.string().check(z.regex(/^-?\d{1,3}(\.\d{1,12})?,-?\d{1,2}(\.\d{1,12})?$/))),
    code: z.optional(RegionCode),
    name: z.optional(words(30)),
  })
  .check(z.refine((query) => Object.values(query).filter((value) => value !== undefined).length <= 1, { error: 'one_of' }))

export const RegionShape = z.strictObject({
  code: RegionCode,
  name: z.string(),
  level: z.enum(REGION_LEVELS),
  boundary: z.nullable(z.object({ type: z.enum(['Polygon', 'MultiPolygon']), coordinates: z.array(z.unknown()) })),
})
export type RegionShape = z.infer<typeof RegionShape>

/** Bulk import: CSV with the header `code,name`, or a GeoJSON FeatureCollection with `properties.code` (and `name`). */
export const ImportRegions = z.strictObject({
  format: z.enum(['csv', 'geojson']),
  content: z.string().check(z.minLength(1), z.maxLength(8_000_000)),
})
export type ImportRegions = z.infer<typeof ImportRegions>

export const ImportRegionsResult = z.strictObject({
  imported: z.int(),
  rejected: z.array(z.strictObject({ row: z.int(), reason: z.string() })),
})

export const VenueView = z.strictObject({
  id: z.string(),
  name: z.string(),
  address: z.string(),
  regionCode: RegionCode,
  accessible: z.boolean(),
  rooms: z.array(z.strictObject({ id: z.string(), name: z.string(), seats: z.int() })),
  location: z.nullable(Point),
})
export type VenueView = z.infer<typeof VenueView>

export const CreateVenue = z.strictObject({
  name: words(60),
  address: words(120),
  regionCode: RegionCode,
  accessible: z._default(z.boolean(), false),
  rooms: z.array(z.strictObject({ name: words(30), seats: z.int().check(z.gte(1), z.lte(200)) })).check(z.minLength(1), z.maxLength(20)),
  location: z.optional(Point),
})
export const VenueQuery = z.strictObject({ regionCode: z.optional(RegionCode) })
export const VenueParams = z.strictObject({ id: Id })
