import { binomialTail } from './tails'
import type { Member } from './topic'

const FEWEST_PEOPLE = 6
const FEWEST_REGIONS = 4
const FALSE_SHARE = 0.05
/** Of an affair of one place at least so many people come from there. */
const LOCAL_SHARE = 0.6

const SMALLEST_FIRST = [/^\d+$/u, /[A-Z]\d+(?:市|区|县)$/u, /(?:镇|乡|街道)$/u, /(?:区|县)$/u, /市$/u]

/** The code of its region, or the smallest place that a message names. */
const regionOf = ({ regions }: Member): string | undefined => {
  for (const pattern of SMALLEST_FIRST) {
    const found = regions.find((name) => pattern.test(name))
    if (found) return found
  }
  return undefined
}

/** How many people name each region, the most frequent first; who names none is left out. */
const countRegions = (members: readonly Member[]): [string, number][] => {
  const regions = new Map<string, string>()
  for (const member of members) {
    const region = regionOf(member)
    if (region && !regions.has(member.user)) regions.set(member.user, region)
  }
  const counts = new Map<string, number>()
  for (const region of regions.values()) counts.set(region, (counts.get(region) ?? 0) + 1)
  return [...counts].sort(([, one], [, other]) => other - one)
}

/** The regions in which a topic's people live, the most frequent first. */
export const regionsOf = (members: readonly Member[]): string[] => countRegions(members).map(([region]) => region)

export interface Spread {
  p: number
  /** People from elsewhere than the place that is named most. */
  observed: number
  expected: number
}

/** Whether a topic's people are spread over more places than an affair of one place would be; null when they are not. */
export const spreadOf = (members: readonly Member[], topics: number): Spread | null => {
  const counts = countRegions(members)
  const people = counts.reduce((sum, [, count]) => sum + count, 0)
  if (people < FEWEST_PEOPLE || counts.length < FEWEST_REGIONS) return null
  const observed = people - (counts[0]?.[1] ?? 0)
  const p = binomialTail(people, observed, 1 - LOCAL_SHARE)
  return p <= FALSE_SHARE / Math.max(1, topics) ? { p, observed, expected: people * (1 - LOCAL_SHARE) } : null
}
