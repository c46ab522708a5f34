/** So many words of a brief, the rarest, find those that may be similar. */
const RARE = 20

/** The words that tell most, the rarest first: by how many briefs have each. */
export const rareTerms = (counts: ReadonlyMap<string, number>): string[] =>
  [...counts]
    .sort(([word, count], [other, more]) => count - more || word.localeCompare(other))
    .slice(0, RARE)
    .map(([word]) => word)

interface Compared {
  /** Of the brief that is looked at. */
  terms: readonly string[]
  /** Of an earlier one. */
  others: readonly string[]
  /** In how many briefs each of `terms` stands; words that none has are left out. */
  counts: ReadonlyMap<string, number>
  /** How many briefs there are. */
  all: number
}

/**
 * How like two briefs are, between 0 and 1: the angle between their words, each weighed by its rarity (tf-idf, every word
 * once). Words of the other that this one does not have weigh as its own do on the average: their counts are not asked for.
 */
export const similarityOf = ({ terms, others, counts, all }: Compared): number => {
  const weight = (term: string): number => Math.log(1 + all / (counts.get(term) ?? 1))
  const shared = new Set(others)
  let own = 0
  let both = 0
  for (const term of terms) {
    const square = weight(term) ** 2
    own += square
    if (shared.has(term)) both += square
  }
  if (both === 0) return 0
  const matched = terms.filter((term) => shared.has(term)).length
  const their = both + (shared.size - matched) * (own / terms.length)
  return both / Math.sqrt(own * their)
}
