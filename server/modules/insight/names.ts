import { cutWords } from '@server/platform/jieba'
import { runsOf, slotsOf } from './terms'
import type { Vocabulary } from './vocabulary'

const MOST_WORDS = 4
const SHORTEST = 2
const LONGEST = 10
const MOST_TITLES = 60
/** A name says what at least so many of the titles say. */
const LEAST_SHARE = 0.25
const PARTS = 3
const EDGE = /^[的了在是和与及又也都就被把给请让对从到向不没有要会能个一]|[的了在是和与及又也都就被把给请让对从到向不没有要会能个一]$/u

/** What may be part of a name: words that stand side by side. */
const phrasesOf = (title: string): Set<string> => {
  const phrases = new Set<string>()
  for (const run of runsOf(title)) {
    const words = cutWords(run)
    for (let from = 0; from < words.length; from += 1)
      for (let to = from + 1; to <= Math.min(words.length, from + MOST_WORDS); to += 1) {
        const phrase = words.slice(from, to).join('')
        if (phrase.length >= SHORTEST && phrase.length <= LONGEST && !EDGE.test(phrase)) phrases.add(phrase)
      }
  }
  return phrases
}

interface Phrase {
  phrase: string
  worth: number
}

const overlaps = (one: string, other: string): boolean => {
  for (let i = 0; i + SHORTEST <= one.length; i += 1) if (other.includes(one.slice(i, i + SHORTEST))) return true
  return false
}

/** The most telling words of a topic: what its titles share and others seldom say. */
export const nameOf = (titles: readonly string[], vocabulary: Vocabulary): string => {
  const read = titles.slice(-MOST_TITLES)
  const counts = new Map<string, number>()
  for (const title of read) for (const phrase of phrasesOf(title)) counts.set(phrase, (counts.get(phrase) ?? 0) + 1)
  const least = Math.max(2, LEAST_SHARE * read.length)
  const telling = (phrase: string): number => slotsOf(phrase).reduce((sum, slot) => sum + vocabulary.weightOf(slot), 0)
  const ranked: Phrase[] = [...counts]
    .filter(([, count]) => count >= least)
    .map(([phrase, count]) => ({ phrase, worth: count * telling(phrase) }))
    .sort((one, other) => other.worth - one.worth)
  const chosen: string[] = []
  for (const { phrase, worth } of ranked) {
    if (chosen.length === PARTS || worth === 0) break
    if (!chosen.some((other) => overlaps(phrase, other))) chosen.push(phrase)
  }
  return chosen.join(' ') || (read.at(-1) ?? '')
}
