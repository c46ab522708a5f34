import { type Model, packModel } from './model'
import { rarityOf } from './vocabulary'

/** How much a gram can change an answer: the largest weight that it has for any label. */
const importanceOf = ({ table, rarity, labels }: Model, row: number): number => {
  const width = labels.length * 2
  let most = 0
  for (let k = 0; k < labels.length; k += 1) {
    most = Math.max(most, Math.abs(table[row * width + k] as number) * (rarity[row] as number))
    most = Math.max(most, Math.abs(table[row * width + labels.length + k] as number))
  }
  return most
}

const keep = (model: Model, rows: readonly number[]): Model => {
  const { labels, vocabulary, table } = model
  const width = labels.length * 2
  const grams = [...vocabulary.rows.keys()]
  const slim = {
    rows: new Map(rows.map((row, at) => [grams[row] as string, at])),
    messages: Uint16Array.from(rows, (row) => vocabulary.messages[row] as number),
    total: vocabulary.total,
  }
  const weights = new Float32Array(rows.length * width)
  rows.forEach((row, at) => {
    weights.set(table.subarray(row * width, (row + 1) * width), at * width)
  })
  return { ...model, vocabulary: slim, rarity: rarityOf(slim), table: weights }
}

/**
 * A model that weighs at most `mostBytes`: with many labels every gram costs more, and those that hardly matter are
 * left out. One that is light enough stays as it is.
 */
export const slimModel = (model: Model, mostBytes: number): Model => {
  const bytes = packModel(model).length
  if (bytes <= mostBytes) return model
  const count = model.vocabulary.messages.length
  const ranked = Array.from({ length: count }, (_, row) => ({ row, importance: importanceOf(model, row) })).sort(
    (one, other) => other.importance - one.importance || one.row - other.row,
  )
  const kept = ranked.slice(0, Math.floor((count * mostBytes) / bytes)).map(({ row }) => row)
  const slim = keep(
    model,
    kept.sort((one, other) => one - other),
  )
  // Grams are of unequal length: what was too much by a little is cut once more.
  return slimModel(slim, mostBytes)
}
