import type { Points } from './project'

/** As many points tell the mean well enough; all pairs of 20,000 would cost seconds. */
const LOOKED_AT = 1500

/** The mean distances from one of the points looked at to those of each group. */
const meanDistances = ({ at, dimensions }: Points, looked: readonly number[], groups: Int32Array, sizes: Int32Array, point: number) => {
  const sums = new Float64Array(sizes.length)
  for (const other of looked) {
    let square = 0
    for (let d = 0; d < dimensions; d += 1) square += ((at[point * dimensions + d] as number) - (at[other * dimensions + d] as number)) ** 2
    ;(sums[groups[other] as number] as number) += Math.sqrt(square)
  }
  const own = groups[point] as number
  return sums.map((sum, group) => sum / Math.max(1, (sizes[group] as number) - (group === own ? 1 : 0)))
}

/**
 * How clearly groups stand apart, from −1 to 1: how much nearer people are to their own group than to the next.
 * Of many points an evenly spaced part is looked at, always the same.
 */
export const silhouetteOf = (points: Points, groups: Int32Array, count: number): number => {
  const step = Math.max(1, points.count / LOOKED_AT)
  const looked = Array.from({ length: Math.floor(points.count / step) }, (_, i) => Math.floor(i * step))
  const sizes = new Int32Array(count)
  for (const point of looked) (sizes[groups[point] as number] as number) += 1
  let sum = 0
  for (const point of looked) {
    const own = groups[point] as number
    if ((sizes[own] as number) < 2) continue
    const means = meanDistances(points, looked, groups, sizes, point)
    const inside = means[own] as number
    let outside = Number.POSITIVE_INFINITY
    for (const [group, mean] of means.entries()) if (group !== own && sizes[group] !== 0) outside = Math.min(outside, mean)
    if (Number.isFinite(outside)) sum += (outside - inside) / Math.max(outside, inside, Number.MIN_VALUE)
  }
  return looked.length === 0 ? 0 : sum / looked.length
}
