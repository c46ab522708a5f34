import type { Components } from './components'
import type { Centred } from './covariance'

/** Where people stand: `dimensions` numbers each, row by row. */
export interface Points {
  dimensions: number
  count: number
  at: Float64Array
}

/** How an axis is read from few votes: its parts, and how much of its length is to be believed. */
interface Scale {
  /** The variance of one vote that no axis explains, over the variance along each axis. */
  doubts: number[]
}

const squares = (values: Float64Array): number => values.reduce((sum, value) => sum + value * value, 0)

/**
 * With a share p of the votes there, a mean-filled covariance keeps p² of what statements have in common and p of what
 * they do not. Undone here, or every axis would look weaker than it is where many votes are missing.
 */
const scaleOf = ({ matrix, values }: Centred, { axes }: Components): Scale => {
  const cells = matrix.people.length * matrix.statements.length
  const [there, ofOne] = [values.length / cells, squares(values) / Math.max(1, values.length)]
  const along = axes.map(({ value }) => Math.max(0, value - there * ofOne) / there ** 2)
  const explained = along.reduce((sum, variance) => sum + variance, 0) / matrix.statements.length
  // Where all are of one mind nothing varies, and nought must not divide.
  const rest = Math.max(ofOne - explained, ofOne / 10, 1e-9)
  return { doubts: along.map((variance) => rest / Math.max(variance, rest / matrix.statements.length)) }
}

/** Solves the small system in place (Cholesky); its diagonal is made larger than nought by the doubts. */
const solve = (system: Float64Array, right: Float64Array): void => {
  const size = right.length
  const at = (row: number, column: number): number => system[row * size + column] as number
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column <= row; column += 1) {
      let sum = at(row, column)
      for (let k = 0; k < column; k += 1) sum -= at(row, k) * at(column, k)
      system[row * size + column] = row === column ? Math.sqrt(sum) : sum / at(column, column)
    }
  }
  for (let row = 0; row < size; row += 1) {
    for (let k = 0; k < row; k += 1) (right[row] as number) -= at(row, k) * (right[k] as number)
    ;(right[row] as number) /= at(row, row)
  }
  for (let row = size - 1; row >= 0; row -= 1) {
    for (let k = row + 1; k < size; k += 1) (right[row] as number) -= at(k, row) * (right[k] as number)
    ;(right[row] as number) /= at(row, row)
  }
}

/**
 * Everybody's place along the first axes, from the votes they gave: least squares over those alone. Polis projects the
 * filled row and stretches it by the root of the share answered; this does by the same means what that is meant for, and
 * who has said little stands near the middle because little is known.
 */
export const project = (centred: Centred, components: Components, dimensions: number): Points => {
  const { starts, columns, people } = centred.matrix
  const used = components.axes.slice(0, dimensions).map(({ vector }) => vector)
  const { doubts } = scaleOf(centred, components)
  const at = new Float64Array(people.length * used.length)
  for (let row = 0; row < people.length; row += 1) {
    const system = new Float64Array(used.length ** 2)
    const place = at.subarray(row * used.length, (row + 1) * used.length)
    for (let i = starts[row] as number; i < (starts[row + 1] as number); i += 1) {
      const [column, value] = [columns[i] as number, centred.values[i] as number]
      for (const [a, one] of used.entries()) {
        const part = one[column] as number
        ;(place[a] as number) += part * value
        for (let b = 0; b <= a; b += 1) (system[a * used.length + b] as number) += part * ((used[b] as Float64Array)[column] as number)
      }
    }
    for (let a = 0; a < used.length; a += 1) (system[a * used.length + a] as number) += doubts[a] as number
    solve(system, place)
  }
  return { dimensions: used.length, count: people.length, at }
}
