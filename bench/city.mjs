import { MEDIATORS, mediatorId } from './harness.mjs'
import { gridOf } from './words.mjs'

const CELL = 0.02
const ORIGIN = [120, 30]
const COLUMNS = 25

const LEVELS = { 2: 'province', 4: 'city', 6: 'county', 9: 'township', 12: 'village', 15: 'grid' }
const LENGTHS = [2, 4, 6, 9, 12, 15]
const parentOf = (code) => code.slice(0, LENGTHS[LENGTHS.indexOf(code.length) - 1] ?? 0) || null

const square = (number) => {
  const round = (value) => Math.round(value * 1e6) / 1e6
  const west = round(ORIGIN[0] + (number % COLUMNS) * CELL)
  const south = round(ORIGIN[1] + Math.floor(number / COLUMNS) * CELL)
  const [east, north] = [round(west + CELL), round(south + CELL)]
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ]
  return { boundary: { type: 'Polygon', coordinates: [ring] }, bbox: [west, south, east, north] }
}

/** The harness's area as a tree of regions: a grid for each of its cells, which is a mediator's. */
export const benchRegions = () => {
  const regions = new Map()
  for (let number = 0; number < MEDIATORS; number++) {
    const grid = gridOf(mediatorId(number))
    for (const length of LENGTHS) {
      const code = grid.slice(0, length)
      if (regions.has(code)) continue
      regions.set(code, { _id: code, name: `${LEVELS[length]} ${code}`, level: LEVELS[length], parent: parentOf(code) })
    }
    Object.assign(regions.get(grid), square(number))
  }
  return [...regions.values()]
}
