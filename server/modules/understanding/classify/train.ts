import { calibrate, type Held, sumsOf } from './calibrate'
import { gramsOf } from './grams'
import { layOut, type Members, type Model } from './model'
import { distance, type Plane, seeded, shuffled, trainPlane, type Vector } from './svm'
import { type Counts, loudness, rarityOf, type Vocabulary, vocabularyOf } from './vocabulary'

export interface Sample {
  text: string
  label: string
}

// Chosen by cross-validation within a training file.
const RARE_COST = 1.5
const RATIO_COST = 1
const SMOOTHING = 0.5
const FOLDS = 3

/** A text's vector of length 1; `scale` weighs each gram. */
const vectorOf = (vocabulary: Vocabulary, counts: Counts, scale?: Float32Array): Vector => {
  const rows: number[] = []
  const values: number[] = []
  let squares = 0
  for (const [gram, count] of counts) {
    const row = vocabulary.rows.get(gram)
    if (row === undefined) continue
    const value = loudness(count) * (scale ? (scale[row] as number) : 1)
    rows.push(row)
    values.push(value)
    squares += value * value
  }
  const factor = squares > 0 ? 1 / Math.sqrt(squares) : 0
  return { rows: Int32Array.from(rows), values: Float64Array.from(values, (value) => value * factor) }
}

/** The logarithm of how much more often a gram stands in messages of the class than in the others. */
const logRatios = (vectors: readonly Vector[], signs: readonly number[], size: number): Float64Array => {
  const inside = new Float64Array(size).fill(SMOOTHING)
  const outside = new Float64Array(size).fill(SMOOTHING)
  vectors.forEach(({ rows }, i) => {
    const side = (signs[i] as number) > 0 ? inside : outside
    for (const row of rows) side[row] = (side[row] as number) + 1
  })
  const sum = (side: Float64Array): number => side.reduce((total, value) => total + value, 0)
  const shift = Math.log(sum(outside) / sum(inside))
  return inside.map((value, row) => Math.log(value / (outside[row] as number)) + shift)
}

const ratioPlane = (plain: readonly Vector[], signs: readonly number[], size: number): Plane => {
  const ratios = logRatios(plain, signs, size)
  const vectors = plain.map(({ rows, values }) => ({
    rows,
    values: values.map((value, j) => value * (ratios[rows[j] as number] as number)),
  }))
  const { weights, bias } = trainPlane({ vectors, signs, size, cost: RATIO_COST })
  return { weights: weights.map((weight, row) => weight * (ratios[row] as number)), bias }
}

const trainMembers = (documents: readonly Counts[], labels: readonly number[], classes: number): Members => {
  const vocabulary = vocabularyOf(documents)
  const size = vocabulary.messages.length
  const rarity = rarityOf(vocabulary)
  const rareVectors = documents.map((counts) => vectorOf(vocabulary, counts, rarity))
  const plain = documents.map((counts) => vectorOf(vocabulary, counts))
  const signsOf = (one: number) => labels.map((label) => (label === one ? 1 : -1))
  const each = Array.from({ length: classes }, (_, one) => signsOf(one))
  return {
    vocabulary,
    rarity,
    rare: each.map((signs) => trainPlane({ vectors: rareVectors, signs, size, cost: RARE_COST })),
    ratio: each.map((signs) => ratioPlane(plain, signs, size)),
  }
}

/** Scores of messages by members that were trained without them. */
const heldOut = (documents: readonly Counts[], labels: readonly number[], classes: number): (Held & { at: number })[] => {
  const order = shuffled(documents.length, seeded(5))
  const pick = <T>(from: readonly T[], which: readonly number[]): T[] => which.map((i) => from[i] as T)
  return Array.from({ length: FOLDS }, (_, fold) => fold).flatMap((fold) => {
    const inside = order.filter((_, j) => j % FOLDS !== fold)
    const members = trainMembers(pick(documents, inside), pick(labels, inside), classes)
    return order
      .filter((_, j) => j % FOLDS === fold)
      .map((i) => {
        const counts = documents[i] as Counts
        const rare = vectorOf(members.vocabulary, counts, members.rarity)
        const plain = vectorOf(members.vocabulary, counts)
        return {
          at: i,
          label: labels[i] as number,
          rare: members.rare.map((plane) => distance(plane, rare)),
          ratio: members.ratio.map((plane) => distance(plane, plain)),
        }
      })
  })
}

/** Learns from labelled texts, and tells what it said of each while that one was held out. Throws RangeError when there are fewer than two labels. */
export const learn = (samples: readonly Sample[]): { model: Model; guesses: string[] } => {
  const labels = [...new Set(samples.map((sample) => sample.label))].sort()
  if (labels.length < 2) throw new RangeError('At least two labels are needed to learn from')
  const numbers = samples.map((sample) => labels.indexOf(sample.label))
  const documents = samples.map((sample) => gramsOf(sample.text))
  const held = heldOut(documents, numbers, labels.length)
  const scales = calibrate(held)
  const guesses: string[] = []
  for (const one of held) {
    const sums = sumsOf(one, scales)
    guesses[one.at] = labels[sums.indexOf(Math.max(...sums))] as string
  }
  return { model: layOut({ labels, members: trainMembers(documents, numbers, labels.length), scales }), guesses }
}

/** Learns from labelled texts. Throws RangeError when there are fewer than two labels. The same samples give the same model. */
export const trainModel = (samples: readonly Sample[]): Model => learn(samples).model
