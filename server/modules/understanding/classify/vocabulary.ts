/** Grams in fewer messages than this say nothing that can be trusted. */
const LEAST_MESSAGES = 2
/** Above 1: rare, telling grams count for more than the usual inverse frequency gives them. Chosen by cross-validation. */
const IDF_POWER = 1.75

export type Counts = ReadonlyMap<string, number>

/** The grams that a model knows, in the order of their rows. */
export interface Vocabulary {
  rows: ReadonlyMap<string, number>
  /** In how many training messages each one stands. */
  messages: Uint16Array
  /** How many training messages there were. */
  total: number
}

export const vocabularyOf = (documents: readonly Counts[]): Vocabulary => {
  const frequency = new Map<string, number>()
  for (const counts of documents) for (const gram of counts.keys()) frequency.set(gram, (frequency.get(gram) ?? 0) + 1)
  const kept = [...frequency].filter(([, count]) => count >= LEAST_MESSAGES)
  return {
    rows: new Map(kept.map(([gram], row) => [gram, row])),
    messages: Uint16Array.from(kept, ([, count]) => Math.min(count, 65_535)),
    total: documents.length,
  }
}

/** What each gram weighs by its rarity. */
export const rarityOf = ({ messages, total }: Pick<Vocabulary, 'messages' | 'total'>): Float32Array =>
  Float32Array.from(messages, (count) => (Math.log((1 + total) / (1 + count)) + 1) ** IDF_POWER)

/** Repeating a word says it louder, but not twice as loud. */
export const loudness = (count: number): number => 1 + Math.log(count)
