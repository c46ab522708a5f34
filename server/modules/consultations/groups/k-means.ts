import type { Points } from './project'
import { chanceFrom } from './random'

/** Which group each point belongs to, and the groups' middles (row by row). */
export interface Clustering {
  groups: Int32Array
  middles: Float64Array
  /** The sum of squared distances to the middles: the smaller, the better. */
  spread: number
}

const STARTS = 8
const ROUNDS = 60

const distance = (one: Float64Array, i: number, other: Float64Array, j: number, dimensions: number): number => {
  let sum = 0
  for (let d = 0; d < dimensions; d += 1) sum += ((one[i * dimensions + d] as number) - (other[j * dimensions + d] as number)) ** 2
  return sum
}

/** The nearest of the middles; the first where two are equally near. */
export const nearest = ({ at, dimensions }: Points, point: number, middles: Float64Array): { group: number; distance: number } => {
  let best = { group: 0, distance: Number.POSITIVE_INFINITY }
  for (let group = 0; group < middles.length / dimensions; group += 1) {
    const far = distance(at, point, middles, group, dimensions)
    if (far < best.distance) best = { group, distance: far }
  }
  return best
}

/** Middles far from each other (k-means++), by a chance that is always the same. */
const firstMiddles = (points: Points, k: number, chance: () => number): Float64Array => {
  const { at, dimensions, count } = points
  const middles = new Float64Array(k * dimensions)
  const far = new Float64Array(count).fill(Number.POSITIVE_INFINITY)
  let chosen = Math.floor(chance() * count)
  for (let group = 0; group < k; group += 1) {
    middles.set(at.subarray(chosen * dimensions, (chosen + 1) * dimensions), group * dimensions)
    let sum = 0
    for (let i = 0; i < count; i += 1) {
      far[i] = Math.min(far[i] as number, distance(at, i, middles, group, dimensions))
      sum += far[i] as number
    }
    let left = chance() * sum
    chosen = far.findIndex((value) => {
      left -= value
      return left < 0
    })
    if (chosen < 0) chosen = count - 1
  }
  return middles
}

/** The middle of each group; a group that lost everyone keeps the middle it had. */
export const middlesOf = ({ at, dimensions, count }: Points, groups: Int32Array, before: Float64Array): Float64Array => {
  const sums = new Float64Array(before.length)
  const sizes = new Int32Array(before.length / dimensions)
  for (let i = 0; i < count; i += 1) {
    const group = groups[i] as number
    ;(sizes[group] as number) += 1
    for (let d = 0; d < dimensions; d += 1) (sums[group * dimensions + d] as number) += at[i * dimensions + d] as number
  }
  return sums.map((sum, i) => {
    const size = sizes[Math.floor(i / dimensions)] as number
    return size === 0 ? (before[i] as number) : sum / size
  })
}

const settle = (points: Points, start: Float64Array): Clustering => {
  const groups = new Int32Array(points.count).fill(-1)
  let middles = start
  for (let round = 0; round < ROUNDS; round += 1) {
    let [moved, spread] = [0, 0]
    for (let i = 0; i < points.count; i += 1) {
      const { group, distance: far } = nearest(points, i, middles)
      if (groups[i] !== group) moved += 1
      groups[i] = group
      spread += far
    }
    if (moved === 0 || round === ROUNDS - 1) return { groups, middles, spread }
    middles = middlesOf(points, groups, middles)
  }
  return { groups, middles, spread: 0 }
}

/** The best of several clusterings into k groups; the same for the same points. */
export const kMeans = (points: Points, k: number): Clustering => {
  const tries = Array.from({ length: STARTS }, (_, start) => settle(points, firstMiddles(points, k, chanceFrom(k * STARTS + start))))
  return tries.reduce((best, one) => (one.spread < best.spread ? one : best))
}
