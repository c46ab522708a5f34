import type { RouteRequest } from '../../../server/modules/cases'
import { CATEGORIES } from '../../../shared/cases/categories'
import type { CaseKind, Risk } from '../../../shared/cases/words'

/** A city of the measurement's own making, the same at every run. */
export interface BenchMediator {
  name: string
  regionCodes: string[]
  categories: string[]
  capacity: number
}
export interface BenchCity {
  /** Every region with its box: west, south, east, north. */
  regions: { code: string; name: string; box: [number, number, number, number] }[]
  mediators: BenchMediator[]
  cases: (RouteRequest & { location: [number, number] })[]
}

const CITY = '8801'
const COUNTIES = 5
const TOWNSHIPS = 8
const VILLAGES = 10
const GRIDS = 5
const CASES = 10_000
/** Places on all desks together for each case. */
const SLACK = 1.25

/** mulberry32: small, and good enough to make up a city. */
const randomFrom = (seed: number) => {
  let state = seed
  return (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
type Box = [number, number, number, number]

/** The n-th of `of` strips of a box. */
const strip = ([west, south, east, north]: Box, index: number, of: number, across: boolean): Box => {
  const [from, to] = across ? [west, east] : [south, north]
  const [start, end] = [from + ((to - from) * index) / of, from + ((to - from) * (index + 1)) / of]
  return across ? [start, south, end, north] : [west, start, east, end]
}

const digits = (index: number, length: number): string => String(index + 1).padStart(length, '0')

const makeRegions = (): BenchCity['regions'] => {
  const whole: Box = [110, 30, 111, 30.8]
  const regions: BenchCity['regions'] = [
    { code: CITY.slice(0, 2), name: '省', box: whole },
    { code: CITY, name: '市', box: whole },
  ]
  const split = (code: string, box: Box, level: number): void => {
    const count = [COUNTIES, TOWNSHIPS, VILLAGES, GRIDS][level]
    if (count === undefined) return
    for (let index = 0; index < count; index += 1) {
      const inner = strip(box, index, count, level % 2 === 0)
      const own = code + digits(index, level === 0 ? 2 : 3)
      regions.push({ code: own, name: own, box: inner })
      split(own, inner, level + 1)
    }
  }
  split(CITY, whole, 0)
  return regions
}

const TOPS = CATEGORIES.filter(({ kinds }) => kinds.includes('dispute'))
const pick = <T>(random: () => number, list: readonly T[]): T => list[Math.floor(random() * list.length)] as T

/**
 * Twelve or thirteen mediators in each township: seven for everything in the whole township, three specialists, two of
 * single villages, and some who serve two townships. Capacities differ as people's time does.
 */
const makeMediators = (random: () => number, townships: string[]): BenchMediator[] => {
  const made: BenchMediator[] = []
  const add = (regionCodes: string[], categories: string[]): void => {
    const capacity = Math.round(((CASES * SLACK) / 500) * (0.7 + 0.6 * random()))
    made.push({ name: `调解员${made.length + 1}`, regionCodes, categories, capacity })
  }
  for (const [index, township] of townships.entries()) {
    for (let count = 0; count < 7; count += 1) add([township], [])
    for (let count = 0; count < 3; count += 1)
      add(
        [township],
        [0, 1, 2, 3].map(() => pick(random, TOPS).code),
      )
    for (let count = 0; count < 2; count += 1) add([township + digits(Math.floor(random() * VILLAGES), 3)], [])
    if (index % 2 === 0) add([township, townships[index + 1] ?? township], [])
  }
  return made
}

const pointIn = (random: () => number, [west, south, east, north]: Box): [number, number] => [
  west + (east - west) * (0.05 + 0.9 * random()),
  south + (north - south) * (0.05 + 0.9 * random()),
]

/** Cases fall on grids unevenly: some places have twice as many as others. */
const makeCases = (random: () => number, grids: BenchCity['regions']): BenchCity['cases'] => {
  const weights = grids.map(() => 0.5 + random())
  const total = weights.reduce((sum, one) => sum + one, 0)
  const sums: number[] = []
  for (const weight of weights) sums.push((sums.at(-1) ?? 0) + weight / total)
  return Array.from({ length: CASES }, () => {
    const at = random()
    const grid = grids[
      Math.max(
        0,
        sums.findIndex((sum) => sum >= at),
      )
    ] as BenchCity['regions'][number]
    const top = pick(random, TOPS)
    return {
      regionCode: grid.code,
      kind: 'dispute' as CaseKind,
      category: pick(random, top.children).code,
      excludePersonIds: [],
      about: { persons: [], address: '' },
      risk: (random() < 0.02 ? 'B' : 'D') as Risk,
      location: pointIn(random, grid.box),
    }
  })
}

/** 2,000 grids, 500 mediators, 10,000 cases; of the same seed always the same. */
export const makeCity = (seed: number): BenchCity => {
  const random = randomFrom(seed)
  const regions = makeRegions()
  const townships = regions.filter(({ code }) => code.length === 9).map(({ code }) => code)
  const grids = regions.filter(({ code }) => code.length === 15)
  return { regions, mediators: makeMediators(random, townships), cases: makeCases(random, grids) }
}
