import { kMeans, middlesOf, nearest } from './k-means'
import type { Points } from './project'
import { silhouetteOf } from './silhouette'

export interface Grouping {
  /** The group of each point. */
  groups: Int32Array
  count: number
  silhouette: number
}

const MOST_GROUPS = 5

const sizesOf = (groups: Int32Array, count: number): number[] => {
  const sizes = new Array<number>(count).fill(0)
  for (const group of groups) (sizes[group] as number) += 1
  return sizes
}

/** Groups too small to be shown go, the smallest first; their people belong to the nearest of the others. */
const withoutSmall = (points: Points, start: { groups: Int32Array; middles: Float64Array }, least: number) => {
  let { groups, middles } = start
  for (;;) {
    const sizes = sizesOf(groups, middles.length / points.dimensions)
    const smallest = sizes.indexOf(Math.min(...sizes))
    if ((sizes[smallest] as number) >= least || sizes.length === 1) return { groups, count: sizes.length }
    const kept = middles.filter((_, i) => Math.floor(i / points.dimensions) !== smallest)
    groups = groups.map((_, i) => nearest(points, i, kept).group)
    middles = middlesOf(points, groups, kept)
  }
}

/** The largest group first; of equals, the one whose first member comes first. */
const named = (groups: Int32Array, count: number): Int32Array => {
  const sizes = sizesOf(groups, count)
  const order = sizes
    .map((_, group) => group)
    .sort((a, b) => (sizes[b] as number) - (sizes[a] as number) || groups.indexOf(a) - groups.indexOf(b))
  return groups.map((group) => order.indexOf(group))
}

/** Two to five groups, as many as stand apart most clearly, none smaller than `least`; one when there is nothing to part. */
export const cluster = (points: Points, least: number): Grouping => {
  const together: Grouping = { groups: new Int32Array(points.count), count: 1, silhouette: 0 }
  if (points.dimensions === 0 || points.count < 2 * least) return together
  const candidates = Array.from({ length: MOST_GROUPS - 1 }, (_, i) => i + 2).map((k) => {
    const { groups, count } = withoutSmall(points, kMeans(points, k), least)
    return { groups, count, silhouette: count > 1 ? silhouetteOf(points, groups, count) : 0 }
  })
  const best = candidates.reduce((winner, one) => (one.silhouette > winner.silhouette ? one : winner), together)
  return { ...best, groups: named(best.groups, best.count) }
}
