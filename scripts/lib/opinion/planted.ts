import type { Answer, Vote } from '../../../server/modules/consultations'

export interface PlantedPlan {
  seed: number
  /** How many people each group has. */
  sizes: readonly number[]
  statements: number
  /** The share of votes that are turned into one of the two other answers. */
  noise: number
  /** The share of votes not given; people differ in it: half to one and a half times as many are given. */
  missing: number
  /** The share of statements on which all groups are of one mind. */
  shared: number
}
export interface Planted {
  plan: PlantedPlan
  people: string[]
  statements: string[]
  truth: number[]
  /** What each group thinks of each statement. */
  minds: Answer[][]
  votes: Vote[]
}

const ANSWERS: readonly Answer[] = [1, 0, -1]
const PASSING = 0.1

/** A generator apart from the one that the groups are found with (xorshift). */
export const chanceOf = (seed: number): (() => number) => {
  let state = (seed * 2654435761 + 88675123) >>> 0 || 1
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 2 ** 32
  }
}

const mindOf = (chance: () => number): Answer => (chance() < PASSING ? 0 : chance() < 0.5 ? 1 : -1)

const turned = (answer: Answer, chance: () => number): Answer => {
  const others = ANSWERS.filter((one) => one !== answer)
  return others[Math.floor(chance() * others.length)] as Answer
}

/** Groups that think alike inside, voting with noise and gaps: what finding groups is measured on. */
export const plant = (plan: PlantedPlan): Planted => {
  const chance = chanceOf(plan.seed)
  const common = Array.from({ length: plan.statements }, () => (chance() < plan.shared ? mindOf(chance) : null))
  const minds = plan.sizes.map(() => common.map((mind) => mind ?? mindOf(chance)))
  const truth = plan.sizes.flatMap((size, group) => new Array<number>(size).fill(group))
  const people = truth.map((_, i) => `p${Math.floor(chance() * 1e9)}-${i}`)
  const statements = Array.from({ length: plan.statements }, (_, i) => `s${i}`)
  const votes = truth.flatMap((group, i) => {
    const given = Math.min(1, (1 - plan.missing) * (0.5 + chance()))
    return statements.flatMap((statement, j): Vote[] => {
      if (chance() >= given) return []
      const mind = minds[group]?.[j] as Answer
      return [{ person: people[i] as string, statement, answer: chance() < plan.noise ? turned(mind, chance) : mind }]
    })
  })
  return { plan, people, statements, truth, minds, votes }
}
