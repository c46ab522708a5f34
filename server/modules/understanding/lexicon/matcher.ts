/** A known word in a text. */
export interface Hit<T> {
  at: number
  word: string
  value: T
}

interface Entry<T> {
  word: string
  value: T
}

/** Entries by their first two characters, longest first; `single`: by the one that they have. */
const layOut = <T>(words: ReadonlyMap<string, T>) => {
  const pairs = new Map<number, Entry<T>[]>()
  const singles = new Map<number, Entry<T>>()
  const firsts = new Uint8Array(65_536)
  for (const [word, value] of words) {
    firsts[word.charCodeAt(0)] = 1
    if (word.length === 1) singles.set(word.charCodeAt(0), { word, value })
    else pairs.set(pairAt(word, 0), [...(pairs.get(pairAt(word, 0)) ?? []), { word, value }])
  }
  for (const bucket of pairs.values()) bucket.sort((one, other) => other.word.length - one.word.length)
  return { pairs, singles, firsts }
}

/** Two characters as one whole number of 32 bits, which a map finds fastest. */
const pairAt = (text: string, at: number): number => (text.charCodeAt(at) << 16) | text.charCodeAt(at + 1)

const longest = <T>(bucket: readonly Entry<T>[] | undefined, text: string, at: number): Entry<T> | undefined => {
  if (!bucket) return undefined
  for (const entry of bucket) if (entry.word.length === 2 || text.startsWith(entry.word, at)) return entry
  return undefined
}

/**
 * Finds all words of a list in one pass. At each place the longest word counts; words within one that was just found do
 * not. Some microseconds for a message, however long the list.
 */
export const createMatcher = <T>(words: ReadonlyMap<string, T>): ((text: string) => Hit<T>[]) => {
  const { pairs, singles, firsts } = layOut(words)
  return (text) => {
    const hits: Hit<T>[] = []
    let covered = 0
    for (let at = 0; at < text.length; at += 1) {
      const first = text.charCodeAt(at)
      if (firsts[first] === 0) continue
      const found = longest(pairs.get(pairAt(text, at)), text, at) ?? singles.get(first)
      if (!found || at + found.word.length <= covered) continue
      hits.push({ at, word: found.word, value: found.value })
      covered = at + found.word.length
    }
    return hits
  }
}
