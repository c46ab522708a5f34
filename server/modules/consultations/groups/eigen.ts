import { chanceFrom } from './random'

/** A symmetric matrix, row by row. */
interface Square {
  size: number
  cells: Float64Array
}
export interface Axis {
  /** The variance along it. */
  value: number
  /** Of length one; its largest part is positive, so that a map is not mirrored from one day to the next. */
  vector: Float64Array
}

const SPARE = 4
const ROUNDS = 400
const SEED = 11

const dot = (one: Float64Array, other: Float64Array): number => {
  let sum = 0
  for (let i = 0; i < one.length; i += 1) sum += (one[i] as number) * (other[i] as number)
  return sum
}

const addTo = (target: Float64Array, factor: number, source: Float64Array): void => {
  for (let i = 0; i < target.length; i += 1) (target[i] as number) += factor * (source[i] as number)
}

const times = ({ size, cells }: Square, vector: Float64Array): Float64Array =>
  vector.map((_, row) => dot(cells.subarray(row * size, (row + 1) * size), vector))

/** Gram and Schmidt, twice over, since once is not enough when vectors lie close. Vectors that vanish stay nought. */
const orthonormal = (vectors: Float64Array[]): Float64Array[] => {
  const done: Float64Array[] = []
  for (const vector of vectors) {
    const before = Math.sqrt(dot(vector, vector))
    for (let pass = 0; pass < 2; pass += 1) for (const other of done) addTo(vector, -dot(vector, other), other)
    const length = Math.sqrt(dot(vector, vector))
    done.push(vector.map((part) => (length > before * 1e-12 ? part / length : 0)))
  }
  return done
}

/** One turn of Jacobi's: makes cells (p, q) nought and turns the vectors with it. */
const turn = ({ size, cells }: Square, turned: Float64Array, p: number, q: number): void => {
  const at = (row: number, column: number): number => cells[row * size + column] as number
  const off = at(p, q)
  if (Math.abs(off) < 1e-300) return
  const theta = (at(q, q) - at(p, p)) / (2 * off)
  const tangent = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.hypot(theta, 1))
  const cosine = 1 / Math.hypot(tangent, 1)
  const sine = tangent * cosine
  const mix = (target: Float64Array, one: number, other: number): void => {
    const [a, b] = [target[one] as number, target[other] as number]
    target[one] = cosine * a - sine * b
    target[other] = sine * a + cosine * b
  }
  for (let k = 0; k < size; k += 1) mix(cells, k * size + p, k * size + q)
  for (let k = 0; k < size; k += 1) mix(cells, p * size + k, q * size + k)
  for (let k = 0; k < size; k += 1) mix(turned, k * size + p, k * size + q)
}

/** All axes of a small matrix, the largest first: each as weights of the block's vectors. */
const axesOfSmall = (small: Square): { value: number; weights: number[] }[] => {
  const { size, cells } = small
  const turned = new Float64Array(size * size)
  for (let i = 0; i < size; i += 1) turned[i * size + i] = 1
  for (let sweep = 0; sweep < 12; sweep += 1)
    for (let p = 0; p < size; p += 1) for (let q = p + 1; q < size; q += 1) turn(small, turned, p, q)
  const axes = Array.from({ length: size }, (_, column) => ({
    value: cells[column * size + column] as number,
    weights: Array.from({ length: size }, (_, row) => turned[row * size + column] as number),
  }))
  return axes.sort((one, other) => other.value - one.value)
}

const upright = (vector: Float64Array): Float64Array => {
  const largest = vector.reduce((best, part) => (Math.abs(part) > Math.abs(best) + 1e-12 ? part : best), 0)
  return largest < 0 ? vector.map((part) => -part) : vector
}

/**
 * The first axes of a covariance, by power iteration of a whole block (so that axes of like size do not hinder each
 * other), always from the same start.
 */
export const leadingAxes = (square: Square, count: number, exactness = 1e-13): Axis[] => {
  const chance = chanceFrom(SEED)
  const wanted = Math.min(count, square.size)
  const block = Math.min(square.size, wanted + SPARE)
  let vectors = orthonormal(Array.from({ length: block }, () => new Float64Array(square.size).map(() => chance() - 0.5)))
  let values = new Array<number>(wanted).fill(0)
  for (let round = 0; round < ROUNDS; round += 1) {
    const moved = vectors.map((vector) => times(square, vector))
    const cells = Float64Array.from({ length: block * block }, (_, i) =>
      dot(vectors[Math.floor(i / block)] as Float64Array, moved[i % block] as Float64Array),
    )
    const axes = axesOfSmall({ size: block, cells })
    const next = axes.map(({ weights }) => {
      const vector = new Float64Array(square.size)
      for (const [k, weight] of weights.entries()) addTo(vector, weight, moved[k] as Float64Array)
      return vector
    })
    vectors = orthonormal(next)
    const before = values
    values = axes.slice(0, wanted).map(({ value }) => value)
    const still = values.every((value, k) => Math.abs(value - (before[k] as number)) <= exactness * Math.abs(values[0] as number))
    if (still) break
  }
  return values.map((value, k) => ({ value, vector: upright(vectors[k] as Float64Array) }))
}
