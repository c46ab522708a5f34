/** What two views said of a message that neither had seen. */
export interface Held {
  label: number
  rare: number[]
  ratio: number[]
}
/** How the two views are added up, and how sure a sum is. */
export interface Scales {
  rare: number
  ratio: number
  sharpness: number
}

/** The view by ratios counts double. Chosen by cross-validation. */
const RATIO_SHARE = 2
const LEAST = 0.1
const STEPS = 80
const RANGE = 100

const deviation = (values: readonly number[]): number => {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length) || 1
}

/** Scores as probabilities. */
export const softmax = (scores: readonly number[], sharpness: number): number[] => {
  const top = Math.max(...scores)
  const powers = scores.map((score) => Math.exp((score - top) * sharpness))
  const sum = powers.reduce((total, power) => total + power, 0)
  return powers.map((power) => power / sum)
}

/** Brings both views to one scale, and finds the sharpness that makes probabilities honest on messages not seen. */
export const calibrate = (held: readonly Held[]): Scales => {
  const rare = 1 / deviation(held.flatMap((one) => one.rare))
  const ratio = RATIO_SHARE / deviation(held.flatMap((one) => one.ratio))
  const sums = held.map((one) => one.rare.map((score, k) => score * rare + (one.ratio[k] as number) * ratio))
  const loss = (sharpness: number): number =>
    sums.reduce((total, scores, i) => total - Math.log((softmax(scores, sharpness)[(held[i] as Held).label] as number) + 1e-12), 0)
  const candidates = Array.from({ length: STEPS + 1 }, (_, step) => LEAST * RANGE ** (step / STEPS)).map((sharpness) => ({
    sharpness,
    loss: loss(sharpness),
  }))
  return { rare, ratio, sharpness: candidates.reduce((best, one) => (one.loss < best.loss ? one : best)).sharpness }
}
