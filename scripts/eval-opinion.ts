import { findGroups, NO_GROUP, type OpinionGroups } from '../server/modules/consultations'
import { bestPossible } from './lib/opinion/best'
import { type Planted, type PlantedPlan, plant } from './lib/opinion/planted'
import { adjustedRand } from './lib/opinion/rand-index'

/**
 * `npm run eval:opinion`: groups are planted in votes with noise and gaps, and looked for. Prints JSON; ends with 1 when a
 * bound is broken.
 */
// Of the processor's time: how long a clock runs meanwhile says how busy the machine is with other things.
const BOUNDS = { adjustedRand: 0.9, cpuSeconds: 10, megabytes: 1500 }
const [NOISE, MISSING] = [0.2, 0.6]
const LARGE = { people: 20_000, statements: 300, groups: 4 }
const SIZES = [
  { people: 200, statements: 150 },
  { people: 1000, statements: 120 },
  { people: 5000, statements: 120 },
]
const SHARED = 0.2
const MEGABYTE = 2 ** 20

const round = (value: number): number => Math.round(value * 1000) / 1000

/** The first group is the largest, the last has about a third as many where sizes are uneven. */
const sizesOf = (people: number, groups: number, uneven: boolean): number[] => {
  const weights = Array.from({ length: groups }, (_, i) => (uneven ? 1 - (0.65 * i) / (groups - 1) : 1))
  const sum = weights.reduce((total, weight) => total + weight, 0)
  return weights.map((weight) => Math.round((people * weight) / sum))
}

const plans = (): PlantedPlan[] =>
  [2, 3, 4, 5].flatMap((groups) =>
    SIZES.flatMap(({ people, statements }, i) =>
      [false, true].map((uneven) => ({
        seed: groups * 100 + i * 10 + Number(uneven),
        sizes: sizesOf(people, groups, uneven),
        statements,
        noise: NOISE,
        missing: MISSING,
        shared: SHARED,
      })),
    ),
  )

/** Who has said too little to have a group is left out on both sides, and told. */
const held = (planted: Planted, opinion: OpinionGroups) => {
  const groups = new Map(opinion.people.map((person, i) => [person, opinion.groupOf[i] as number]))
  const grouped = planted.people.flatMap((person, i) => ((groups.get(person) ?? NO_GROUP) === NO_GROUP ? [] : [i]))
  const truth = grouped.map((i) => planted.truth[i] as number)
  const best = bestPossible(planted)
  return {
    adjustedRand: adjustedRand(
      truth,
      grouped.map((i) => groups.get(planted.people[i] as string) as number),
    ),
    bestPossible: adjustedRand(
      truth,
      grouped.map((i) => best[i] as number),
    ),
    withoutGroup: planted.people.length - grouped.length,
  }
}

const measure = (plan: PlantedPlan) => {
  const planted = plant(plan)
  const [began, cpu] = [performance.now(), process.cpuUsage()]
  const opinion = findGroups(planted.votes)
  const used = process.cpuUsage(cpu)
  const seconds = (performance.now() - began) / 1000
  const { adjustedRand: found, bestPossible: best, withoutGroup } = held(planted, opinion)
  return {
    groups: plan.sizes.length,
    sizes: plan.sizes,
    statements: plan.statements,
    votes: planted.votes.length,
    found: opinion.sizes.length,
    adjustedRand: round(found),
    bestPossible: round(best),
    withoutGroup,
    seconds: round(seconds),
    cpuSeconds: round((used.user + used.system) / 1e6),
  }
}

const main = (): void => {
  const large = measure({
    seed: 1,
    sizes: sizesOf(LARGE.people, LARGE.groups, true),
    statements: LARGE.statements,
    noise: NOISE,
    missing: MISSING,
    shared: SHARED,
  })
  // The most that this process has ever held, the votes it was given as objects included.
  const megabytes = Math.round((process.resourceUsage().maxRSS * 1024) / MEGABYTE)
  const planted = plans().map(measure)
  const worst = Math.min(large.adjustedRand, ...planted.map((one) => one.adjustedRand))
  const broken = [
    ...(worst < BOUNDS.adjustedRand ? [`adjustedRand ${worst} < ${BOUNDS.adjustedRand}`] : []),
    ...(large.cpuSeconds > BOUNDS.cpuSeconds ? [`${large.cpuSeconds} s > ${BOUNDS.cpuSeconds} s`] : []),
    ...(megabytes > BOUNDS.megabytes ? [`${megabytes} MB > ${BOUNDS.megabytes} MB`] : []),
  ]
  console.log(
    JSON.stringify({ noise: NOISE, missing: MISSING, bounds: BOUNDS, worst, large: { ...large, megabytes }, planted, broken }, null, 2),
  )
  if (broken.length > 0) process.exitCode = 1
}

main()
