/** What two views said of a message that neither had seen. */
export interface Held {
  label: number
  rare: number[]
  ratio: number[]
}
/** How the two views are added up. */
export interface Sums {
  rare: number
  ratio: number
  /** What is added to each label, whatever the message says. */
  favours: number[]
}
/** How the two views are added up, and how sure a sum is. */
export interface Scales extends Sums {
  sharpness: number
}

/** The view by ratios counts double. Chosen by cross-validation. */
const RATIO_SHARE = 2
/** How much a label of few messages is favoured. Chosen by cross-validation; anything from 0.5 to 1 does about as well. */
const FAVOUR = 0.7
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

/**
 * A machine leans to the labels that it saw most of, and a small category is overlooked. This leans back by the logarithm
 * of how rare a label is (logit adjustment: Menon and others, 2021).
 */
const favoursOf = (held: readonly Held[]): number[] => {
  const classes = (held[0] as Held).rare.length
  const messages = new Array<number>(classes).fill(0)
  for (const { label } of held) messages[label] = (messages[label] as number) + 1
  return messages.map((count) => FAVOUR * Math.log(held.length / (classes * count)))
}

/** What both views together say for each label. */
export const sumsOf = ({ rare, ratio }: Held, by: Sums): number[] =>
  by.favours.map((favour, k) => favour + (rare[k] as number) * by.rare + (ratio[k] as number) * by.ratio)

/** Brings both views to one scale, and finds the sharpness that makes probabilities honest on messages not seen. */
export const calibrate = (held: readonly Held[]): Scales => {
  const by: Sums = {
    rare: 1 / deviation(held.flatMap((one) => one.rare)),
    ratio: RATIO_SHARE / deviation(held.flatMap((one) => one.ratio)),
    favours: favoursOf(held),
  }
  const sums = held.map((one) => sumsOf(one, by))
  const loss = (sharpness: number): number =>
    sums.reduce((total, scores, i) => total - Math.log((softmax(scores, sharpness)[(held[i] as Held).label] as number) + 1e-12), 0)
  const candidates = Array.from({ length: STEPS + 1 }, (_, step) => LEAST * RANGE ** (step / STEPS)).map((sharpness) => ({
    sharpness,
    loss: loss(sharpness),
  }))
  return { ...by, sharpness: candidates.reduce((best, one) => (one.loss < best.loss ? one : best)).sharpness }
}
