import { model } from '@server/platform/database'
import { REGION_LEVELS, type RegionLevel } from '@shared/regions/schemas'
import type { MultiPolygon, Polygon } from 'geojson'
import { Schema } from 'mongoose'

export type Boundary = Polygon | MultiPolygon
/** west, south, east, north */
export type Box = [number, number, number, number]

/** A node of the tree. Its code is its identity; `parent` is the code of the level above, null at the top. */
export interface Region {
  _id: string
  name: string
  level: RegionLevel
  parent: string | null
  boundary?: Boundary
  bbox?: Box
}

const schema = new Schema<Region>(
  {
    _id: String,
    name: { type: String, required: true },
    level: { type: String, enum: REGION_LEVELS, required: true },
    parent: { type: String, default: null },
    boundary: { type: Schema.Types.Mixed, default: undefined },
    bbox: { type: [Number], default: undefined },
  },
  { versionKey: false },
)
export const RegionModel = model<Region>('Region', schema)

/** One document, counted up by every change of the tree, by which each process sees that its cache is old. */
interface RegionVersion {
  _id: 'regions'
  version: number
}
export const RegionVersionModel = model<RegionVersion>(
  'RegionVersion',
  new Schema<RegionVersion>({ _id: String, version: Number }, { collection: 'regionVersion', versionKey: false }),
)
