import type { Planted } from './planted'

const ANSWERS = 3

/**
 * The group that each person's votes fit best for one who knew every group's mind and the share of noise beforehand.
 * Nothing can do better from the same votes; what is found is to be held against it.
 */
export const bestPossible = ({ plan, people, statements, minds, votes }: Planted): number[] => {
  const [rows, columns] = [new Map(people.map((one, i) => [one, i])), new Map(statements.map((one, i) => [one, i]))]
  const fits = people.map(() => minds.map((_, group) => Math.log((plan.sizes[group] as number) / people.length)))
  const [kept, changed] = [Math.log(1 - plan.noise), Math.log(plan.noise / (ANSWERS - 1))]
  for (const { person, statement, answer } of votes) {
    const fit = fits[rows.get(person) as number] as number[]
    const column = columns.get(statement) as number
    for (const [group, mind] of minds.entries()) fit[group] = (fit[group] as number) + (mind[column] === answer ? kept : changed)
  }
  return fits.map((fit) => fit.indexOf(Math.max(...fit)))
}
