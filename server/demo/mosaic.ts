import type { Polygon } from 'geojson'

/** A cell of the lattice: column and row, from the south-west. */
export type Cell = readonly [column: number, row: number]
type Corner = readonly [x: number, y: number]

const WEST = 113.42
const SOUTH = 30.36
const WIDTH = 0.026
const HEIGHT = 0.022
/** How far corners stray, as a share of a cell. */
const JITTER = 0.22

/** A number in −1…1 that looks random and is always the same for the same place. */
const noise = (x: number, y: number, salt: number): number => {
  const value = Math.sin(x * 127.1 + y * 311.7 + salt * 74.7) * 43_758.5453
  return (value - Math.floor(value)) * 2 - 1
}
const round = (value: number): number => Math.round(value * 1e6) / 1e6
const place = (x: number, y: number, jitter: number): [number, number] => [
  round(WEST + (x + noise(x, y, 1) * jitter) * WIDTH),
  round(SOUTH + (y + noise(x, y, 2) * jitter) * HEIGHT),
]

const keyOf = ([x, y]: Corner): string => `${x},${y}`

/** The sides of a cell, counter-clockwise, as pairs of corners. */
const sidesOf = ([x, y]: Cell): [Corner, Corner][] => {
  const corners: Corner[] = [
    [x, y],
    [x + 1, y],
    [x + 1, y + 1],
    [x, y + 1],
  ]
  return corners.map((corner, index) => [corner, corners[(index + 1) % 4] as Corner])
}

/** A side as it is drawn, without its end: neighbours draw it alike, so that the mosaic has no gaps. */
const draw = ([x1, y1]: Corner, [x2, y2]: Corner): [number, number][] => {
  const points: [number, number][] = [place(x1, y1, JITTER)]
  const [dx, dy] = [x2 - x1, y2 - y1]
  for (const share of [1 / 3, 2 / 3]) {
    const [mx, my] = [x1 + dx * share, y1 + dy * share]
    const [sx, sy] = [mx + (1 - share) * noise(x1, y1, 1) * JITTER, my + (1 - share) * noise(x1, y1, 2) * JITTER]
    const [ex, ey] = [share * noise(x2, y2, 1) * JITTER, share * noise(x2, y2, 2) * JITTER]
    // Rounded, so that the same third of the same side bends alike from both ends.
    const [fx, fy] = [Math.round(mx * 3), Math.round(my * 3)]
    points.push([round(WEST + (sx + ex + noise(fx, fy, 3) * 0.07) * WIDTH), round(SOUTH + (sy + ey + noise(fx, fy, 4) * 0.07) * HEIGHT)])
  }
  return points
}

/** The outline of cells that hang together, without holes. */
export const outlineOf = (cells: readonly Cell[]): Polygon => {
  const sides = new Map(cells.flatMap(sidesOf).map(([from, to]) => [`${keyOf(from)} ${keyOf(to)}`, { from, to }]))
  for (const [key, { from, to }] of [...sides])
    if (sides.has(`${keyOf(to)} ${keyOf(from)}`)) {
      sides.delete(key)
      sides.delete(`${keyOf(to)} ${keyOf(from)}`)
    }
  const next = new Map([...sides.values()].map(({ from, to }) => [keyOf(from), { from, to }]))
  const ring: [number, number][] = []
  const first = [...next.keys()][0] ?? ''
  for (let at = first; ring.length === 0 || at !== first; ) {
    const side = next.get(at)
    if (!side) throw new Error('These cells have no single outline')
    ring.push(...draw(side.from, side.to))
    at = keyOf(side.to)
  }
  return { type: 'Polygon', coordinates: [[...ring, ring[0] as [number, number]]] }
}

/** A point well inside a cell; `index` tells several apart. */
export const pointIn = ([x, y]: Cell, index = 0): [number, number] =>
  place(x + 0.5 + noise(index, x, 5) * 0.14, y + 0.5 + noise(index, y, 6) * 0.14, 0)
