import { takesOf } from '../../../server/modules/dispatch/fit/desk-board'
import { kilometres } from '../../../server/modules/dispatch/fit/fit'
import type { RoutingRules } from '../../../shared/dispatch/routing'
import { CODE_LENGTHS } from '../../../shared/regions/schemas'
import { bestAssignment } from './best'
import type { BenchCity } from './city'

type Weights = RoutingRules['weights']
const FAIR = 0.2
const FAR_KM = 30

/** At the length of which code a desk serves a case; undefined when it does not. */
const servedAt = (city: BenchCity, desk: number, item: number): number | undefined => {
  const { regionCodes, categories } = city.mediators[desk] as BenchCity['mediators'][number]
  const { regionCode, category } = city.cases[item] as BenchCity['cases'][number]
  if (takesOf({ categories }, category) === undefined) return undefined
  const lengths = regionCodes.filter((code) => regionCode.startsWith(code)).map((code) => code.length)
  return lengths.length === 0 ? undefined : Math.max(...lengths)
}

const LEVELS: number[] = [CODE_LENGTHS.grid, CODE_LENGTHS.village, CODE_LENGTHS.township, CODE_LENGTHS.county]

/** What a case costs at a desk, whatever else lies there: how far it is from the best that the weights know. */
const costOf = (options: {
  city: BenchCity
  weights: Weights
  middles: Map<string, [number, number]>
  desk: number
  item: number
  at: number
}) => {
  const { city, weights, middles, desk, item, at } = options
  const { regionCodes, categories } = city.mediators[desk] as BenchCity['mediators'][number]
  const { category, location } = city.cases[item] as BenchCity['cases'][number]
  const smallest = regionCodes.reduce((one, other) => (other.length > one.length ? other : one), '')
  const middle = middles.get(smallest)
  const far = middle ? Math.min(1, kilometres(location, middle) / FAR_KM) : 0
  const speciality = takesOf({ categories }, category) === 'named' ? 0 : 0.5
  return weights.level * (LEVELS.indexOf(at) / (LEVELS.length - 1)) + weights.speciality * speciality + weights.distance * far
}

/** For each case who may have it, and what that costs. */
const optionsOf = (city: BenchCity, weights: Weights) => {
  const middles = new Map(city.regions.map(({ code, box: [west, south, east, north] }) => [code, [(west + east) / 2, (south + north) / 2]]))
  const byCode = new Map<string, Set<number>>()
  for (const [desk, { regionCodes }] of city.mediators.entries())
    for (const code of regionCodes) byCode.set(code, (byCode.get(code) ?? new Set()).add(desk))
  return city.cases.map(({ regionCode }, item) => {
    const near = new Set(LEVELS.flatMap((length) => [...(byCode.get(regionCode.slice(0, length)) ?? [])]))
    return [...near].flatMap((desk) => {
      const at = servedAt(city, desk, item)
      return at === undefined
        ? []
        : [{ desk, cost: costOf({ city, weights, middles: middles as Map<string, [number, number]>, desk, item, at }) }]
    })
  })
}

const countsOf = (chosen: readonly number[], desks: number): number[] => {
  const counts = new Array<number>(desks).fill(0)
  for (const desk of chosen) if (desk >= 0) counts[desk] = (counts[desk] ?? 0) + 1
  return counts
}

const round = (value: number, digits = 4): number => Number(value.toFixed(digits))
const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0

/** What came of routing: bounds that must hold, and how far it is from what could have been with all cases known beforehand. */
export const judge = (options: { city: BenchCity; weights: Weights; chosen: number[]; milliseconds: number[]; loads: number[] }) => {
  const { city, weights, chosen, milliseconds, loads } = options
  const { mediators, cases } = city
  const capacityOf = (desk: number): number => mediators[desk]?.capacity ?? 0
  const capacity = mediators.reduce((sum, one) => sum + one.capacity, 0)
  const all = optionsOf(city, weights)
  const slotCost = (desk: number, taken: number): number => {
    if (taken >= capacityOf(desk)) return Number.POSITIVE_INFINITY
    const fair = (cases.length * capacityOf(desk)) / capacity
    return weights.load * (taken / capacityOf(desk)) + weights.fairness * Math.min(1, taken / (2 * fair))
  }
  const costWith = (found: readonly number[]): number => {
    const fixed = found.reduce((sum, desk, item) => sum + (all[item]?.find((one) => one.desk === desk)?.cost ?? 0), 0)
    return countsOf(found, mediators.length).reduce((sum, count, desk) => {
      for (let taken = 0; taken < count; taken += 1) sum += slotCost(desk, taken)
      return sum
    }, fixed)
  }
  const best = bestAssignment({ options: all, desks: mediators.length, slotCost })
  // The fair load of a mediator: what they would have if the cases were shared as evenly, by capacity, as jurisdiction allows.
  const evenest = bestAssignment({
    options: all.map((one) => one.map(({ desk }) => ({ desk, cost: 0 }))),
    desks: mediators.length,
    slotCost: (desk, taken) => (taken >= capacityOf(desk) ? Number.POSITIVE_INFINITY : (taken + 0.5) / capacityOf(desk)),
  })
  const [counts, fair] = [countsOf(chosen, mediators.length), countsOf(evenest, mediators.length)]
  const withinFair = (found: readonly number[]): number =>
    round(found.filter((count, desk) => Math.abs(count - (fair[desk] ?? 0)) <= FAIR * (fair[desk] ?? 0)).length / mediators.length)
  const sorted = [...milliseconds].sort((one, other) => one - other)
  const [own, ideal] = [costWith(chosen), costWith(best)]
  return {
    assigned: chosen.filter((desk) => desk >= 0).length,
    inQueue: chosen.filter((desk) => desk < 0).length,
    inQueueAtBest: best.filter((desk) => desk < 0).length,
    msPerAssignment: { p50: round(quantile(sorted, 0.5), 3), p99: round(quantile(sorted, 0.99), 3), max: round(sorted.at(-1) ?? 0, 3) },
    withinFifthOfFairLoad: withinFair(counts),
    withinFifthOfFairLoadAtBest: withinFair(countsOf(best, mediators.length)),
    outsideJurisdiction: chosen.filter((desk, item) => desk >= 0 && servedAt(city, desk, item) === undefined).length,
    aboveCapacity: counts.filter((count, desk) => count > capacityOf(desk)).length,
    loadsThatDoNotAgree: counts.filter((count, desk) => count !== loads[desk]).length,
    cost: { routed: round(own, 1), best: round(ideal, 1), ratio: round(own / ideal) },
  }
}
