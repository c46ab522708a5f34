import type { Grouping } from './cluster'
import type { VoteMatrix } from './votes'

const ROUNDS = 12
const KINDS = 3
/** Made-up voters who answer as everybody does, so that a few votes do not pass for certainty. */
const MADE_UP = 5

/** Votes by group, statement and answer (disagree, pass, agree). */
export const tallyOf = (matrix: VoteMatrix, rows: Int32Array, { groups, count }: Pick<Grouping, 'groups' | 'count'>): Float64Array[] => {
  const cells = Array.from({ length: count }, () => new Float64Array(matrix.statements.length * KINDS))
  for (let i = 0; i < rows.length; i += 1) {
    const [own, row] = [cells[groups[i] as number] as Float64Array, rows[i] as number]
    for (let at = matrix.starts[row] as number; at < (matrix.starts[row + 1] as number); at += 1)
      (own[(matrix.columns[at] as number) * KINDS + (matrix.answers[at] as number) + 1] as number) += 1
  }
  return cells
}

/** Every cell becomes the sum of its statement's three. */
const sumsOf = (cells: Float64Array): Float64Array =>
  cells.map((_, i) => {
    const first = i - (i % KINDS)
    return (cells[first] as number) + (cells[first + 1] as number) + (cells[first + 2] as number)
  })

/** For every row the group whose answers its own are most like; a row's own votes do not speak for the group it is in. */
const reassigned = (matrix: VoteMatrix, rows: Int32Array, { groups, count }: Grouping): Int32Array => {
  const cells = tallyOf(matrix, rows, { groups, count })
  const sums = cells.map(sumsOf)
  const all = (cells[0] as Float64Array).map((_, i) => cells.reduce((sum, own) => sum + (own[i] as number), 0))
  const totals = sumsOf(all)
  const usual = all.map((same, i) => (MADE_UP * (same + 1)) / ((totals[i] as number) + KINDS))
  // By cell, then by group: one vote is looked up for all groups at once.
  const logs = new Float64Array(all.length * count)
  for (const [group, own] of cells.entries()) {
    const voters = sums[group] as Float64Array
    for (let i = 0; i < own.length; i += 1)
      logs[i * count + group] = Math.log(((own[i] as number) + (usual[i] as number)) / ((voters[i] as number) + MADE_UP))
  }
  const fits = new Float64Array(count)
  return groups.map((own, person) => {
    const row = rows[person] as number
    const [ownCells, ownSums] = [cells[own] as Float64Array, sums[own] as Float64Array]
    const end = matrix.starts[row + 1] as number
    fits.fill(0)
    for (let at = matrix.starts[row] as number; at < end; at += 1) {
      const i = (matrix.columns[at] as number) * KINDS + (matrix.answers[at] as number) + 1
      for (let group = 0; group < count; group += 1) fits[group] = (fits[group] as number) + (logs[i * count + group] as number)
      const withoutOneself = Math.log(((ownCells[i] as number) - 1 + (usual[i] as number)) / ((ownSums[i] as number) - 1 + MADE_UP))
      fits[own] = (fits[own] as number) + withoutOneself - (logs[i * count + own] as number)
    }
    return Math.max(0, fits.indexOf(Math.max(...fits)))
  })
}

const large = (groups: Int32Array, count: number, least: number): boolean => {
  const sizes = new Int32Array(count)
  for (const group of groups) (sizes[group] as number) += 1
  return sizes.every((size) => size >= least)
}

/**
 * The map shows two to four of many dimensions, and people near a border fall to the wrong side of it. So groups found
 * there are made good by the votes themselves: everybody goes to the group that answers most as they do, until nobody
 * moves. A round that would leave a group too small is not taken.
 */
export const refine = (matrix: VoteMatrix, rows: Int32Array, found: Grouping, least: number): Grouping => {
  let { groups } = found
  if (found.count < 2) return found
  for (let round = 0; round < ROUNDS; round += 1) {
    const next = reassigned(matrix, rows, { ...found, groups })
    if (!large(next, found.count, least) || next.every((group, i) => group === groups[i])) break
    groups = next
  }
  return { ...found, groups }
}
