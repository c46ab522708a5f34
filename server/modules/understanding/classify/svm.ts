/** The grams of a text that a model knows, with their values. */
export interface Vector {
  rows: Int32Array
  values: Float64Array
}

export interface Plane {
  weights: Float64Array
  bias: number
}

/** How close to the optimum training stops, and after how many passes in any event. */
const TOLERANCE = 0.02
const MOST_PASSES = 60

/** The same numbers at every training, so that the same file gives the same model. */
export const seeded = (seed: number): (() => number) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** The numbers below `length` in a random order. */
export const shuffled = (length: number, random: () => number): number[] => {
  const order = Array.from({ length }, (_, i) => i)
  for (let i = length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1))
    const held = order[i] as number
    order[i] = order[j] as number
    order[j] = held
  }
  return order
}

export const distance = ({ weights, bias }: Plane, { rows, values }: Vector): number => {
  let sum = bias
  for (let j = 0; j < rows.length; j += 1) sum += (weights[rows[j] as number] as number) * (values[j] as number)
  return sum
}

const push = (plane: Plane, { rows, values }: Vector, by: number): void => {
  for (let j = 0; j < rows.length; j += 1) {
    const row = rows[j] as number
    plane.weights[row] = (plane.weights[row] as number) + by * (values[j] as number)
  }
  plane.bias += by
}

/**
 * A linear support vector machine with squared hinge loss, by dual coordinate descent (Hsieh and others, 2008).
 * `signs`: 1 for the vectors of the class, −1 for the others; `cost`: what a mistake costs.
 */
export const trainPlane = (options: { vectors: readonly Vector[]; signs: readonly number[]; size: number; cost: number }): Plane => {
  const { vectors, signs, size, cost } = options
  const plane: Plane = { weights: new Float64Array(size), bias: 0 }
  const alphas = new Float64Array(vectors.length)
  const slack = 0.5 / cost
  const curvatures = vectors.map(({ values }) => values.reduce((sum, value) => sum + value * value, 1 + slack))
  const random = seeded(1)
  for (let pass = 0; pass < MOST_PASSES; pass += 1) {
    let worst = 0
    for (const i of shuffled(vectors.length, random)) {
      const vector = vectors[i] as Vector
      const sign = signs[i] as number
      const alpha = alphas[i] as number
      const gradient = sign * distance(plane, vector) - 1 + alpha * slack
      const projected = alpha === 0 ? Math.min(gradient, 0) : gradient
      if (projected === 0) continue
      worst = Math.max(worst, Math.abs(projected))
      const next = Math.max(0, alpha - gradient / (curvatures[i] as number))
      alphas[i] = next
      push(plane, vector, (next - alpha) * sign)
    }
    if (worst < TOLERANCE) break
  }
  return plane
}
