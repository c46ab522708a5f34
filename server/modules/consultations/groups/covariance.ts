import { chanceFrom } from './random'
import type { VoteMatrix } from './votes'

/** The votes less their statement's mean. A missing vote counts as the mean and so adds nothing. */
export interface Centred {
  matrix: VoteMatrix
  means: Float64Array
  values: Float64Array
}

export const centre = (matrix: VoteMatrix): Centred => {
  const [sums, counts] = [new Float64Array(matrix.statements.length), new Float64Array(matrix.statements.length)]
  for (let i = 0; i < matrix.columns.length; i += 1) {
    const column = matrix.columns[i] as number
    ;(sums[column] as number) += matrix.answers[i] as number
    ;(counts[column] as number) += 1
  }
  const means = sums.map((sum, column) => sum / Math.max(1, counts[column] as number))
  const values = new Float64Array(matrix.columns.length)
  for (let i = 0; i < values.length; i += 1) values[i] = (matrix.answers[i] as number) - (means[matrix.columns[i] as number] as number)
  return { matrix, means, values }
}

/** How statements go together: statements × statements, row by row. Only the votes there are cost time. */
export const covarianceOf = ({ matrix, values }: Centred): Float64Array => {
  const { starts, columns, people } = matrix
  const size = matrix.statements.length
  const result = new Float64Array(size * size)
  for (let row = 0; row < people.length; row += 1) {
    const end = starts[row + 1] as number
    // The innermost loop of all: two statements against all that follow, written plainly, is three times as fast.
    for (let a = starts[row] as number; a < end; a += 2) {
      const first = (columns[a] as number) * size
      const value = values[a] as number
      const own = first + (columns[a] as number)
      result[own] = (result[own] as number) + value * value
      if (a + 1 === end) break
      const second = (columns[a + 1] as number) * size
      const following = values[a + 1] as number
      for (let b = a + 1; b < end; b += 1) {
        const column = columns[b] as number
        const other = values[b] as number
        result[first + column] = (result[first + column] as number) + value * other
        result[second + column] = (result[second + column] as number) + following * other
      }
    }
  }
  for (let a = 0; a < size; a += 1) {
    for (let b = a; b < size; b += 1) {
      const value = (result[a * size + b] as number) / people.length
      result[a * size + b] = value
      result[b * size + a] = value
    }
  }
  return result
}

/** The same votes with each statement's dealt out anew among those who voted on it: what is left is chance. */
export const shuffled = (centred: Centred, seed: number): Centred => {
  const { columns, statements } = centred.matrix
  const chance = chanceFrom(seed)
  const seats: number[][] = Array.from({ length: statements.length }, () => [])
  for (let i = 0; i < columns.length; i += 1) seats[columns[i] as number]?.push(i)
  const values = centred.values.slice()
  for (const places of seats) {
    for (let i = places.length - 1; i > 0; i -= 1) {
      const [one, other] = [places[i] as number, places[Math.floor(chance() * (i + 1))] as number]
      const kept = values[one] as number
      values[one] = values[other] as number
      values[other] = kept
    }
  }
  return { ...centred, values }
}
