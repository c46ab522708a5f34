import { type Centred, covarianceOf, shuffled } from './covariance'
import { type Axis, leadingAxes } from './eigen'
import type { VoteMatrix } from './votes'

export interface Components {
  /** At least two (for the map) where there are two statements. */
  axes: Axis[]
  /** How many of them are more than chance. */
  meant: number
}

/** Five groups lie in four dimensions. */
const MOST = 4
const LEAST_SHUFFLES = 1
const MOST_SHUFFLES = 9
/** Multiplications that may be spent on learning what chance does. */
const SPENT_ON_CHANCE = 1e8

const workOf = ({ starts, people }: VoteMatrix): number =>
  people.reduce((sum, _, row) => sum + ((starts[row + 1] as number) - (starts[row] as number)) ** 2 / 2, 1)

/**
 * The variances along the first axes of votes dealt out at random: along the first one the largest of several deals,
 * further on the mean (Horn's parallel analysis). Few people vary much by chance and are cheap to deal out often; many
 * hardly vary.
 */
const byChance = (centred: Centred): number[] => {
  const size = centred.matrix.statements.length
  const deals = Math.min(MOST_SHUFFLES, Math.max(LEAST_SHUFFLES, Math.floor(SPENT_ON_CHANCE / workOf(centred.matrix))))
  const values = Array.from({ length: deals }, (_, deal) =>
    leadingAxes({ size, cells: covarianceOf(shuffled(centred, deal + 1)) }, MOST, 1e-3).map(({ value }) => value),
  )
  return Array.from({ length: Math.min(MOST, size) }, (_, axis) => {
    const along = values.map((one) => one[axis] as number)
    return axis === 0 ? Math.max(...along) : along.reduce((sum, value) => sum + value, 0) / deals
  })
}

/** Principal components as Polis takes them, and how many of them chance would not have brought. */
export const componentsOf = (centred: Centred): Components => {
  const size = centred.matrix.statements.length
  const axes = leadingAxes({ size, cells: covarianceOf(centred) }, MOST)
  const bounds = byChance(centred)
  const meant = axes.findIndex(({ value }, axis) => value <= (bounds[axis] as number))
  return { axes, meant: meant < 0 ? axes.length : meant }
}
