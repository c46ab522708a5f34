import { chainOf } from '@shared/regions/schemas'
import booleanPointInPolygon from '@turf/boolean-point-in-polygon'
import RBush from 'rbush'
import type { Region } from './region.model'

interface Shape {
  minX: number
  minY: number
  maxX: number
  maxY: number
  region: Region
}

/** The whole tree in memory, with a spatial index: lookups cost no query. */
export interface Atlas {
  readonly version: number
  readonly size: number
  get: (code: string) => Region | undefined
  /** By code; of null, the top of the tree. */
  children: (parent: string | null) => Region[]
  /** The deepest region at a point; of two that share the border the one with the lower code. */
  at: (point: readonly [number, number]) => Region | undefined
  /** The region and those above it, nearest first. */
  chain: (code: string) => Region[]
  /** Exact names first, then names that contain the words; at most `limit`. */
  named: (name: string, limit: number) => Region[]
}

const deepestFirst = (one: Shape, other: Shape): number =>
  other.region._id.length - one.region._id.length || (one.region._id < other.region._id ? -1 : 1)

const shapesOf = (regions: Region[]): Shape[] =>
  regions.flatMap((region) => {
    if (!region.boundary || !region.bbox) return []
    const [minX, minY, maxX, maxY] = region.bbox
    return [{ minX, minY, maxX, maxY, region }]
  })

const findNamed = (regions: Region[], name: string, limit: number): Region[] => {
  const exact: Region[] = []
  const partly: Region[] = []
  for (const region of regions) {
    if (region.name === name) exact.push(region)
    else if (partly.length < limit && region.name.includes(name)) partly.push(region)
  }
  return [...exact, ...partly].slice(0, limit)
}

/** Builds an atlas from regions in order of their codes. */
export const createAtlas = (regions: Region[], version: number): Atlas => {
  const byCode = new Map(regions.map((region) => [region._id, region]))
  const byParent = new Map<string | null, Region[]>()
  for (const region of regions) {
    const siblings = byParent.get(region.parent)
    if (siblings) siblings.push(region)
    else byParent.set(region.parent, [region])
  }
  const tree = new RBush<Shape>().load(shapesOf(regions))
  return {
    version,
    size: regions.length,
    get: (code) => byCode.get(code),
    children: (parent) => byParent.get(parent) ?? [],
    at: ([x, y]) =>
      tree
        .search({ minX: x, minY: y, maxX: x, maxY: y })
        .sort(deepestFirst)
        .find(({ region }) => region.boundary && booleanPointInPolygon([x, y], region.boundary))?.region,
    chain: (code) => chainOf(code).flatMap((part) => byCode.get(part) ?? []),
    named: (name, limit) => findNamed(regions, name, limit),
  }
}
