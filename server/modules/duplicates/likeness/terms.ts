/** A character, two neighbours or a number as one small integer; a text is a bag of them. */
export type Terms = Map<number, number>

/** Buckets of the table of frequencies: more than pairs of characters in use, so few share one. */
export const BUCKETS = 2 ** 18
/** As many as tell two texts apart; of a longer text the rest is left out. */
const MOST_CHARACTERS = 1500

const FNV_OFFSET = 0x811c9dc5
const FNV_PRIME = 0x01000193

const hash = (term: string): number => {
  let value = FNV_OFFSET
  for (let i = 0; i < term.length; i += 1) value = Math.imul(value ^ term.charCodeAt(i), FNV_PRIME)
  return (value >>> 0) % BUCKETS
}

/** Full-width forms become plain, letters small. */
export const normalise = (text: string): string => text.normalize('NFKC').toLowerCase().slice(0, MOST_CHARACTERS)

/** Single characters that say nothing of a matter: pairs with them are left out, so that turns of phrase count less. */
const EMPTY = new Set('的了是在有和就不人都一我你您他她们也很要会着没这那个些吗呢吧啊把被让给到对从向与及其之为以而但还又再请')

/** The characters of a run and their pairs of neighbours; runs of letters and digits whole. */
const gramsOf = (run: string): string[] => {
  if (/^[a-z0-9]/.test(run)) return [run]
  const letters = [...run].filter((letter) => !EMPTY.has(letter))
  return [...letters, ...letters.slice(1).map((letter, i) => `${letters[i]}${letter}`)]
}

/** What a text is made of, and how often. */
export const termsOf = (text: string): Terms => {
  const terms: Terms = new Map()
  for (const [run] of normalise(text).matchAll(/\p{Script=Han}+|[a-z0-9]+/gu)) {
    for (const gram of gramsOf(run)) {
      const term = hash(gram)
      terms.set(term, (terms.get(term) ?? 0) + 1)
    }
  }
  return terms
}
