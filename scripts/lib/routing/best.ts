/**
 * The best assignment of all cases at once, knowing all of them beforehand: minimum-cost flow by successive shortest
 * paths. Each case goes to one of the desks that may have it; the n-th case of a desk costs what `slotCost` says, which
 * must not fall with n (a place beyond the capacity costs Infinity).
 */
export interface Problem {
  /** For each case its desks and what they cost. */
  options: { desk: number; cost: number }[][]
  desks: number
  slotCost: (desk: number, taken: number) => number
}

interface Arc {
  cost: number
  /** The case that would move along it. */
  item: number
}

interface State {
  problem: Problem
  chosen: number[]
  taken: number[]
  /** For each desk the cases that lie there. */
  lying: Set<number>[]
}

/** The cheapest way to move one case from a desk to each other desk. */
const arcsFrom = ({ problem, lying }: State, desk: number): Map<number, Arc> => {
  const arcs = new Map<number, Arc>()
  for (const item of lying[desk] ?? []) {
    const options = problem.options[item] ?? []
    const here = options.find((one) => one.desk === desk)?.cost ?? 0
    for (const { desk: there, cost } of options) {
      if (there === desk) continue
      const known = arcs.get(there)
      if (!known || cost - here < known.cost) arcs.set(there, { cost: cost - here, item })
    }
  }
  return arcs
}

interface Paths {
  cost: Map<number, number>
  /** From which desk, by moving which case. */
  from: Map<number, { desk: number; item: number }>
}

/** Bellman and Ford with a queue: arcs may cost less than nothing, rounds never do. */
const pathsFrom = (state: State, first: number, arcsOf: (desk: number) => Map<number, Arc>): Paths => {
  const cost = new Map<number, number>()
  const from: Paths['from'] = new Map()
  const queue: number[] = []
  for (const { desk, cost: own } of state.problem.options[first] ?? []) {
    cost.set(desk, own)
    queue.push(desk)
  }
  const waiting = new Set(queue)
  for (let desk = queue.shift(); desk !== undefined; desk = queue.shift()) {
    waiting.delete(desk)
    const so = cost.get(desk) ?? 0
    for (const [there, arc] of arcsOf(desk)) {
      if (so + arc.cost >= (cost.get(there) ?? Number.POSITIVE_INFINITY) - 1e-9) continue
      cost.set(there, so + arc.cost)
      from.set(there, { desk, item: arc.item })
      if (!waiting.has(there)) {
        waiting.add(there)
        queue.push(there)
      }
    }
  }
  return { cost, from }
}

const cheapestEnd = ({ problem, taken }: State, { cost }: Paths): number | undefined => {
  let end: number | undefined
  let least = Number.POSITIVE_INFINITY
  for (const [desk, so] of cost) {
    const whole = so + problem.slotCost(desk, taken[desk] ?? 0)
    if (whole < least) [end, least] = [desk, whole]
  }
  return end
}

const place = (state: State, item: number, desk: number): void => {
  const before = state.chosen[item] ?? -1
  if (before >= 0) state.lying[before]?.delete(item)
  state.chosen[item] = desk
  state.lying[desk]?.add(item)
}

/** The desk of each case; -1 where none had a place. */
export const bestAssignment = (problem: Problem): number[] => {
  const { options, desks } = problem
  const lying = Array.from({ length: desks }, () => new Set<number>())
  const state: State = { problem, chosen: options.map(() => -1), taken: new Array<number>(desks).fill(0), lying }
  const known = new Map<number, Map<number, Arc>>()
  const arcsOf = (desk: number): Map<number, Arc> => {
    let arcs = known.get(desk)
    if (!arcs) {
      arcs = arcsFrom(state, desk)
      known.set(desk, arcs)
    }
    return arcs
  }
  for (let item = 0; item < options.length; item += 1) {
    const paths = pathsFrom(state, item, arcsOf)
    const end = cheapestEnd(state, paths)
    if (end === undefined) continue
    state.taken[end] = (state.taken[end] ?? 0) + 1
    let desk = end
    known.delete(desk)
    for (let step = paths.from.get(desk); step; step = paths.from.get(desk)) {
      place(state, step.item, desk)
      desk = step.desk
      known.delete(desk)
    }
    place(state, item, desk)
  }
  return state.chosen
}
