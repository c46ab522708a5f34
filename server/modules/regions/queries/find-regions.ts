import { InvalidInput, NotFound } from '@server/platform/errors'
import type { RegionQuery } from '@shared/regions/schemas'
import type * as z from 'zod/mini'
import { currentAtlas } from '../atlas-cache'
import type { Region } from '../region.model'

const MOST_NAMED = 50

const toPoint = (text: string): [number, number] => {
  const [lng = Number.NaN, lat = Number.NaN] = text.split(',').map(Number)
  if (Math.abs(lng) > 180 || Math.abs(lat) > 90) throw InvalidInput.field('point', 'invalid_format', '经纬度超出范围')
  return [lng, lat]
}

/** Regions by parent, point (nearest level first), code or name; without any, the top of the tree. Unknown: none. */
export const findRegions = ({ parent, point, code, name }: z.infer<typeof RegionQuery>): Region[] => {
  const atlas = currentAtlas()
  if (parent !== undefined) return atlas.children(parent)
  if (code !== undefined) return [atlas.get(code) ?? []].flat()
  if (name !== undefined) return atlas.named(name.trim(), MOST_NAMED)
  if (point === undefined) return atlas.children(null)
  const deepest = atlas.at(toPoint(point))
  return deepest ? atlas.chain(deepest._id) : []
}

/** A region and its children, for a map. Throws NotFound. */
export const findShapes = ({ code }: { code: string }): { region: Region; children: Region[] } => {
  const atlas = currentAtlas()
  const region = atlas.get(code)
  if (!region) throw new NotFound()
  return { region, children: atlas.children(code) }
}
