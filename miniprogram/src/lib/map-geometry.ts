import type { RegionShape } from '@shared/regions/schemas'
import type { LngLat } from '@/lib/gcj02'

/** The map is drawn on a sheet this wide; its height follows. */
export const SHEET = 1000

type Ring = LngLat[]

const ringsOf = ({ boundary }: RegionShape): Ring[] => {
  if (!boundary) return []
  return (boundary.type === 'Polygon' ? boundary.coordinates : boundary.coordinates.flat()) as Ring[]
}

export interface MapSheet {
  height: number
  /** SVG path of a region. */
  path: (shape: RegionShape) => string
  /** Where a region's name goes. */
  middle: (shape: RegionShape) => [number, number]
  place: (point: LngLat) => [number, number]
  /** The point under a spot of the sheet. */
  pointAt: (x: number, y: number) => LngLat
}

const boxOf = (rings: Ring[]) => {
  const points = rings.flat()
  const lngs = points.map(([lng]) => lng)
  const lats = points.map(([, lat]) => lat)
  return { west: Math.min(...lngs), east: Math.max(...lngs), south: Math.min(...lats), north: Math.max(...lats) }
}

/** Whether a spot lies inside: a ray to the right crosses the border an odd number of times. */
const inside = (rings: Ring[], [x, y]: LngLat): boolean => {
  let within = false
  for (const ring of rings) {
    for (let index = 1; index < ring.length; index++) {
      const [ax, ay] = ring[index - 1] as LngLat
      const [bx, by] = ring[index] as LngLat
      if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) within = !within
    }
  }
  return within
}

const TRIES = 12

/** A roomy spot inside, for the name: the middle of the box may lie outside of a bent region. */
const roomiest = (rings: Ring[]): LngLat => {
  const { west, east, south, north } = boxOf(rings)
  const border = rings.flat()
  let best: LngLat = [(west + east) / 2, (south + north) / 2]
  let room = inside(rings, best) ? distance(best, border) : -1
  for (let row = 1; row < TRIES; row++) {
    for (let column = 1; column < TRIES; column++) {
      const spot: LngLat = [west + ((east - west) * column) / TRIES, south + ((north - south) * row) / TRIES]
      const found = inside(rings, spot) ? distance(spot, border) : -1
      if (found > room) [best, room] = [spot, found]
    }
  }
  return best
}

/** How near the border comes. Names are wider than high, so room to the sides counts for less. */
const distance = ([x, y]: LngLat, border: LngLat[]): number => Math.min(...border.map(([bx, by]) => Math.hypot((bx - x) * 0.7, by - y)))

const round = (value: number): number => Math.round(value * 10) / 10

/** A sheet on which all the shapes fit; null when none has a boundary. At a city's size the earth is flat. */
export const sheetFor = (shapes: readonly RegionShape[]): MapSheet | null => {
  const rings = shapes.flatMap(ringsOf)
  if (rings.length === 0) return null
  const { west, east, south, north } = boxOf(rings)
  const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180)
  const scale = SHEET / Math.max(1e-9, (east - west) * squeeze)
  const place = ([lng, lat]: LngLat): [number, number] => [round((lng - west) * squeeze * scale), round((north - lat) * scale)]
  const path = (shape: RegionShape) =>
    ringsOf(shape)
      .map((ring) => `M${ring.map((point) => place(point).join(' ')).join('L')}Z`)
      .join('')
  const middle = (shape: RegionShape): [number, number] => place(roomiest(ringsOf(shape)))
  const pointAt = (x: number, y: number): LngLat => [west + x / (squeeze * scale), north - y / scale]
  return { height: Math.max(1, Math.round((north - south) * scale)), path, middle, place, pointAt }
}
