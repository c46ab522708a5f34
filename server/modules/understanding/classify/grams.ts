/** Full-width forms become plain, letters small, every number the same. */
const normalise = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[0-9]+/g, '0')

/** Runs of Chinese characters, letters and digits; grams never cross punctuation. */
export const runsOf = (text: string): string[][] =>
  normalise(text)
    .split(/[^\p{Script=Han}a-z0-9]+/u)
    .filter((run) => run.length > 0)
    .map((run) => [...run])

/** How often each character, and each pair of neighbours, stands in a text. Pairs do the work of words and need no dictionary. */
export const gramsOf = (text: string): Map<string, number> => {
  const counts = new Map<string, number>()
  for (const run of runsOf(text)) {
    for (let i = 0; i < run.length; i += 1) {
      const one = run[i] as string
      counts.set(one, (counts.get(one) ?? 0) + 1)
      if (i + 1 === run.length) break
      const pair = one + run[i + 1]
      counts.set(pair, (counts.get(pair) ?? 0) + 1)
    }
  }
  return counts
}
