import { cluster, type Grouping } from './cluster'
import { componentsOf } from './components'
import { centre } from './covariance'
import { type Findings, findingsOf, type Tally } from './findings'
import { type Points, project } from './project'
import { refine, tallyOf } from './refine'
import { matrixOf, type Vote, type VoteMatrix } from './votes'

/** No group smaller than this is shown, and no number of fewer people. */
export const LEAST_PEOPLE = 5
/** Who has said less than this, or than half of what there is, has a place on the map, but no group yet. */
const LEAST_VOTES = 7
/** The group of those who have said too little. */
export const NO_GROUP = -1

/** All that is known. It stays on the server: what leaves it is made by `publish` and `standingOf`. */
export interface OpinionGroups {
  people: readonly string[]
  statements: readonly string[]
  /** The group of each person, or NO_GROUP. Group 0 is the largest. */
  groupOf: Int32Array
  /** Two numbers for each person. */
  places: Float64Array
  sizes: number[]
  /** From −1 to 1: how clearly the groups stand apart. */
  silhouette: number
  /** By group and statement; those without a group are in no tally, or they could be found by subtraction. */
  tallies: Tally[][]
  findings: Findings
}

const rowsWithEnough = ({ people, statements, starts }: VoteMatrix): Int32Array => {
  // Half, not all: one new statement must not take everybody out of their groups.
  const least = Math.min(LEAST_VOTES, Math.ceil(statements.length / 2))
  return Int32Array.from(people.flatMap((_, row) => ((starts[row + 1] as number) - (starts[row] as number) >= least ? [row] : [])))
}

const only = ({ at, dimensions }: Points, rows: Int32Array): Points => ({
  dimensions,
  count: rows.length,
  at: Float64Array.from({ length: rows.length * dimensions }, (_, i) => {
    const row = rows[Math.floor(i / dimensions)] as number
    return at[row * dimensions + (i % dimensions)] as number
  }),
})

/** Two numbers a person, even where there is but one statement. */
const onMap = ({ at, dimensions, count }: Points): Float64Array =>
  Float64Array.from({ length: count * 2 }, (_, i) => (i % 2 < dimensions ? (at[Math.floor(i / 2) * dimensions + (i % 2)] as number) : 0))

const talliesOf = (matrix: VoteMatrix, rows: Int32Array, grouping: Grouping): Tally[][] =>
  tallyOf(matrix, rows, grouping).map((cells) =>
    matrix.statements.map((_, j) => {
      const [disagree, pass, agree] = cells.subarray(j * 3, j * 3 + 3) as unknown as [number, number, number]
      return { agree, pass, disagree }
    }),
  )

/**
 * Groups of people who answer alike, as Polis finds them: principal components of the vote matrix, k-means on the people's
 * places along those that are more than chance, and as many groups as stand apart most clearly. Pure, and the same to the
 * last digit for the same votes in any order.
 */
export const findGroups = (votes: Iterable<Vote>): OpinionGroups => {
  const matrix = matrixOf(votes)
  const { people, statements } = matrix
  const rows = rowsWithEnough(matrix)
  const centred = centre(matrix)
  const components = componentsOf(centred)
  const points = project(centred, components, components.meant)
  const found = cluster(only(points, rows), LEAST_PEOPLE)
  const grouping = refine(matrix, rows, found, LEAST_PEOPLE)
  const groupOf = new Int32Array(people.length).fill(NO_GROUP)
  for (const [i, row] of rows.entries()) groupOf[row] = grouping.groups[i] as number
  // Even all together are a group only when they are enough.
  const tallies = rows.length < LEAST_PEOPLE ? [] : talliesOf(matrix, rows, grouping)
  const sizes = tallies.map((_, group) => grouping.groups.filter((one) => one === group).length)
  return {
    people,
    statements,
    groupOf: tallies.length === 0 ? groupOf.fill(NO_GROUP) : groupOf,
    places: onMap(project(centred, components, 2)),
    sizes,
    silhouette: grouping.silhouette,
    tallies,
    findings: findingsOf({ statements, tallies, least: LEAST_PEOPLE }),
  }
}
