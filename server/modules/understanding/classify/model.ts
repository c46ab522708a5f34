import type { Scales } from './calibrate'
import type { Plane } from './svm'
import { rarityOf, type Vocabulary } from './vocabulary'

/** Two views of a text for each label: grams by rarity, and grams by how much more often the label uses them (NB-SVM). */
export interface Members {
  vocabulary: Vocabulary
  rarity: Float32Array
  rare: Plane[]
  ratio: Plane[]
}

/** A trained model as it is asked: all weights of a gram stand side by side, so that a message is one pass over its grams. */
export interface Model {
  labels: string[]
  vocabulary: Vocabulary
  rarity: Float32Array
  /** For each gram: a weight of each label by rarity, then one of each by ratio; already scaled. */
  table: Float32Array
  biases: number[]
  sharpness: number
}

export const layOut = (options: { labels: string[]; members: Members; scales: Scales }): Model => {
  const { labels, members, scales } = options
  const { vocabulary, rarity, rare, ratio } = members
  const width = labels.length * 2
  const table = new Float32Array(vocabulary.messages.length * width)
  const put = (planes: readonly Plane[], scale: number, from: number): void =>
    planes.forEach(({ weights }, k) => {
      for (let row = 0; row < weights.length; row += 1) table[row * width + from + k] = (weights[row] as number) * scale
    })
  put(rare, scales.rare, 0)
  put(ratio, scales.ratio, labels.length)
  const biases = scales.favours.map((favour, k) => favour + (rare[k] as Plane).bias * scales.rare + (ratio[k] as Plane).bias * scales.ratio)
  return { labels, vocabulary, rarity, table, biases, sharpness: scales.sharpness }
}

interface Head {
  version: 1
  labels: string[]
  biases: number[]
  sharpness: number
  total: number
  /** Of each column of the table: what one step of its whole numbers is worth. */
  steps: number[]
  /** Bytes of the grams, which are joined by blanks: a gram holds none. */
  gramBytes: number
}

const LIMIT = 32_767
const HEAD_BYTES = 4

/** A model as bytes: weights as 16-bit numbers, about 30 bytes a gram with seven labels. */
export const packModel = (model: Model): Buffer => {
  const { labels, vocabulary, table, biases, sharpness } = model
  const width = labels.length * 2
  const largest = new Float64Array(width)
  table.forEach((weight, i) => {
    largest[i % width] = Math.max(largest[i % width] as number, Math.abs(weight))
  })
  const steps = Array.from(largest, (most) => most / LIMIT || 1)
  const weights = Int16Array.from(table, (weight, i) => Math.round(weight / (steps[i % width] as number)))
  const grams = Buffer.from([...vocabulary.rows.keys()].join(' '))
  const head: Head = { version: 1, labels, biases, sharpness, total: vocabulary.total, steps, gramBytes: grams.length }
  const text = Buffer.from(JSON.stringify(head))
  const length = Buffer.alloc(HEAD_BYTES)
  length.writeUInt32LE(text.length)
  return Buffer.concat([length, text, grams, Buffer.from(vocabulary.messages.buffer), Buffer.from(weights.buffer)])
}

const readHead = (bytes: Buffer): { head: Head; headEnd: number } => {
  const headEnd = HEAD_BYTES + bytes.readUInt32LE(0)
  try {
    const head = JSON.parse(bytes.subarray(HEAD_BYTES, headEnd).toString()) as Head
    if (head.version === 1) return { head, headEnd }
  } catch {
    // no JSON where the head should be
  }
  throw new RangeError('These bytes are no model that this version can read')
}

/** A model from its bytes. Throws RangeError for bytes of another kind. */
export const unpackModel = (bytes: Buffer): Model => {
  const { head, headEnd } = readHead(bytes)
  const gramEnd = headEnd + head.gramBytes
  const grams = bytes.subarray(headEnd, gramEnd).toString().split(' ')
  const tableStart = gramEnd + grams.length * 2
  // Copies begin at an even address, as numbers of two bytes must.
  const messages = new Uint16Array(Uint8Array.from(bytes.subarray(gramEnd, tableStart)).buffer)
  const weights = new Int16Array(Uint8Array.from(bytes.subarray(tableStart)).buffer)
  const width = head.labels.length * 2
  const vocabulary: Vocabulary = { rows: new Map(grams.map((gram, row) => [gram, row])), messages, total: head.total }
  return {
    labels: head.labels,
    vocabulary,
    rarity: rarityOf(vocabulary),
    table: Float32Array.from(weights, (weight, i) => weight * (head.steps[i % width] as number)),
    biases: head.biases,
    sharpness: head.sharpness,
  }
}
