/** A character, two neighbours or a number as one small integer; a text is a bag of them. */
export type Terms = Map<number, number>

/** Buckets of the table of frequencies: more than pairs of characters in use, so few share one. */
export const BUCKETS = 2 ** 18
/** As many as tell two texts apart; of a longer text the rest is left out. */
const MOST_CHARACTERS = 1500

const FNV_OFFSET = 0x811c9dc5
const FNV_PRIME = 0x01000193

/** The hash of what `state` stands for, followed by these characters. */
const extend = (state: number, characters: string): number => {
  let value = state
  for (let i = 0; i < characters.length; i += 1) value = Math.imul(value ^ characters.charCodeAt(i), FNV_PRIME)
  return value
}

/** Full-width forms become plain, letters small. */
export const normalise = (text: string): string => text.normalize('NFKC').toLowerCase().slice(0, MOST_CHARACTERS)

/** Single characters that say nothing of a matter: pairs with them are left out, so that turns of phrase count less. */
const EMPTY = new Set('的了是在有和就不人都一我你您他她们也很要会着没这那个些吗呢吧啊把被让给到对从向与及其之为以而但还又再请')

/** Whole runs of letters and digits; of Chinese the characters and their pairs of neighbours. */
const eachHash = (run: string, take: (hash: number) => void): void => {
  if (/^[a-z0-9]/.test(run)) {
    take(extend(FNV_OFFSET, run))
    return
  }
  // A pair's hash goes on from its first character's: no text is put together for it.
  let before: number | undefined
  for (const letter of run) {
    if (EMPTY.has(letter)) continue
    const own = extend(FNV_OFFSET, letter)
    take(own)
    if (before !== undefined) take(extend(before, letter))
    before = own
  }
}

/** What a text is made of, and how often. */
export const termsOf = (text: string): Terms => {
  const terms: Terms = new Map()
  const count = (hash: number): void => {
    const term = (hash >>> 0) % BUCKETS
    terms.set(term, (terms.get(term) ?? 0) + 1)
  }
  for (const [run] of normalise(text).matchAll(/\p{Script=Han}+|[a-z0-9]+/gu)) eachHash(run, count)
  return terms
}
