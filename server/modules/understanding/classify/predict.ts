import { softmax } from './calibrate'
import { gramsOf, runsOf } from './grams'
import type { Model } from './model'
import { type Counts, loudness } from './vocabulary'

export interface Guess {
  label: string
  /** 0 to 1, honest on messages of the kind that was learned from. */
  certainty: number
}
/** A piece of the text, and how much it spoke for a label. */
export interface DecidingWord {
  word: string
  weight: number
}

const LONGEST_WORD = 6

/** Lengths of a text's two vectors, by which its sums are divided. */
const lengthsOf = ({ vocabulary, rarity }: Model, counts: Counts): { rare: number; plain: number } => {
  let rare = 0
  let plain = 0
  for (const [gram, count] of counts) {
    const row = vocabulary.rows.get(gram)
    if (row === undefined) continue
    const loud = loudness(count)
    plain += loud * loud
    rare += (loud * (rarity[row] as number)) ** 2
  }
  return { rare: Math.sqrt(rare) || 1, plain: Math.sqrt(plain) || 1 }
}

const scoresOf = (model: Model, counts: Counts): number[] => {
  const { labels, vocabulary, rarity, table, biases } = model
  const classes = labels.length
  const lengths = lengthsOf(model, counts)
  const scores = biases.slice()
  for (const [gram, count] of counts) {
    const row = vocabulary.rows.get(gram)
    if (row === undefined) continue
    const loud = loudness(count)
    const rare = (loud * (rarity[row] as number)) / lengths.rare
    const plain = loud / lengths.plain
    const at = row * classes * 2
    for (let k = 0; k < classes; k += 1)
      scores[k] = (scores[k] as number) + rare * (table[at + k] as number) + plain * (table[at + classes + k] as number)
  }
  return scores
}

/** All labels, the likeliest first. */
export const guess = (model: Model, text: string): Guess[] =>
  softmax(scoresOf(model, gramsOf(text)), model.sharpness)
    .map((certainty, k) => ({ label: model.labels[k] as string, certainty }))
    .sort((one, other) => other.certainty - one.certainty)

/** What each gram adds to a label beyond what it adds to all of them. */
const weightsFor = (model: Model, counts: Counts, label: number): Map<string, number> => {
  const { labels, vocabulary, rarity, table } = model
  const classes = labels.length
  const lengths = lengthsOf(model, counts)
  const found = new Map<string, number>()
  for (const [gram, count] of counts) {
    const row = vocabulary.rows.get(gram)
    if (row === undefined) continue
    const at = row * classes * 2
    const loud = loudness(count)
    const addedTo = (k: number): number =>
      ((loud * (rarity[row] as number)) / lengths.rare) * (table[at + k] as number) +
      (loud / lengths.plain) * (table[at + classes + k] as number)
    let all = 0
    for (let k = 0; k < classes; k += 1) all += addedTo(k)
    found.set(gram, addedTo(label) - all / classes)
  }
  return found
}

/** Joins neighbouring pairs that all speak for the label into words. */
const wordsIn = (run: readonly string[], weights: ReadonlyMap<string, number>): DecidingWord[] => {
  const words: DecidingWord[] = []
  let start = 0
  let sum = 0
  for (let i = 0; i < run.length; i += 1) {
    const weight = weights.get(`${run[i]}${run[i + 1] ?? ''}`) ?? 0
    const goes = i + 1 < run.length && weight > 0 && i + 2 - start <= LONGEST_WORD
    if (goes) {
      sum += weight
      continue
    }
    if (i > start) words.push({ word: run.slice(start, i + 1).join(''), weight: sum / (i - start) })
    start = i + 1
    sum = 0
  }
  return words
}

/** The pieces of a text that speak most for a label: why the model thinks so. */
export const decidingWords = (options: { model: Model; text: string; label: string; limit: number }): DecidingWord[] => {
  const { model, text, label, limit } = options
  const weights = weightsFor(model, gramsOf(text), model.labels.indexOf(label))
  const best = new Map<string, number>()
  for (const run of runsOf(text))
    for (const { word, weight } of wordsIn(run, weights)) best.set(word, Math.max(best.get(word) ?? 0, weight))
  return [...best]
    .map(([word, weight]) => ({ word, weight }))
    .sort((one, other) => other.weight - one.weight)
    .slice(0, limit)
}
