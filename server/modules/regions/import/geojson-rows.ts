import { InvalidInput } from '@server/platform/errors'
import { cutCode } from '../codes'
import type { Boundary, Box } from '../region.model'
import { checkName, type ImportRow, type Rejection } from './row'

type Position = [number, number]
const isList = (value: unknown): value is unknown[] => Array.isArray(value)
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !isList(value)

const isPosition = (value: unknown): boolean => {
  if (!isList(value) || value.length < 2) return false
  const [lng, lat] = value
  return typeof lng === 'number' && typeof lat === 'number' && Math.abs(lng) <= 180 && Math.abs(lat) <= 90
}
const isRing = (value: unknown): boolean => {
  if (!isList(value) || value.length < 4 || !value.every(isPosition)) return false
  const [first, last] = [value[0] as Position, value.at(-1) as Position]
  return first[0] === last[0] && first[1] === last[1]
}
const isPolygon = (value: unknown): boolean => isList(value) && value.length > 0 && value.every(isRing)

const toBoundary = (geometry: unknown): Boundary | undefined => {
  if (!isObject(geometry)) return undefined
  const { type, coordinates } = geometry
  const fits =
    (type === 'Polygon' && isPolygon(coordinates)) ||
    (type === 'MultiPolygon' && isList(coordinates) && coordinates.length > 0 && coordinates.every(isPolygon))
  return fits ? ({ type, coordinates } as Boundary) : undefined
}

/** The box around a boundary, degrees. */
export const boxOf = (boundary: Boundary): Box => {
  const polygons = boundary.type === 'Polygon' ? [boundary.coordinates] : boundary.coordinates
  const box: Box = [180, 90, -180, -90]
  for (const [lng = 0, lat = 0] of polygons.flat(2)) {
    box[0] = Math.min(box[0], lng)
    box[1] = Math.min(box[1], lat)
    box[2] = Math.max(box[2], lng)
    box[3] = Math.max(box[3], lat)
  }
  return box
}

const readFeature = (feature: unknown, row: number): ImportRow | Rejection => {
  const { properties, geometry } = isObject(feature) ? feature : {}
  const { code, name } = isObject(properties) ? properties : {}
  const cut = typeof code === 'string' || typeof code === 'number' ? cutCode(String(code)) : undefined
  if (!cut) return { row, reason: '代码应当是 2、4、6、9、12 或 15 位数字' }
  const checked = name === undefined || name === null ? { name: undefined } : checkName(name)
  if ('reason' in checked) return { row, reason: checked.reason }
  const boundary = toBoundary(geometry)
  if (!boundary) return { row, reason: '边界应当是首尾相接的 Polygon 或 MultiPolygon，坐标为经纬度' }
  return { row, code: cut.code, name: checked.name, boundary }
}

/** Rows of a FeatureCollection with `properties.code` and, for regions that are new, `properties.name`. */
export const geojsonRows = (content: string): { rows: ImportRow[]; rejected: Rejection[] } => {
  let collection: unknown
  try {
    collection = JSON.parse(content.replace(/^\uFEFF/, ''))
  } catch {
    throw InvalidInput.field('content', 'invalid_geojson', '不是有效的 JSON')
  }
  if (!isObject(collection) || collection.type !== 'FeatureCollection' || !isList(collection.features))
    throw InvalidInput.field('content', 'invalid_geojson', '应当是 GeoJSON FeatureCollection')
  const read = collection.features.map((feature, index) => readFeature(feature, index + 1))
  return {
    rows: read.filter((one): one is ImportRow => 'code' in one),
    rejected: read.filter((one): one is Rejection => 'reason' in one),
  }
}
