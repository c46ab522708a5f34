import { CATEGORIES, topOf } from '@shared/cases/categories'
import { CATEGORY_WORDS } from './category-words'
import { createMatcher } from './matcher'

/** A category that a text may belong to. */
export interface CategoryGuess {
  value: string
  certainty: number
  /** The words that decided. */
  because: string[]
}

interface Weight {
  category: string
  weight: number
}

const STRONG = 2.2
const OTHER = '.other'
const LEFT_OVER = 0.8
const LONGEST = 5
const MOST_REASONS = 3

/** Longer words say more; a word of several categories says less of each; what a category has left over says least. */
const weigh = (word: string, category: string, strong: boolean, sharers: number): number =>
  (Math.min(word.length, LONGEST) ** 0.8 * (strong ? STRONG : 1) * (category.endsWith(OTHER) ? LEFT_OVER : 1)) / sharers ** 0.5

const ownWords = (): [word: string, category: string, strong: boolean][] =>
  Object.entries(CATEGORY_WORDS).flatMap(([category, list]) =>
    list.split(' ').map((word) => [word.replace('!', ''), category, word.startsWith('!')] as [string, string, boolean]),
  )
/** What the forms call a category is a word for it too, where it is not several words. */
const nameWords = (): [word: string, category: string, strong: boolean][] =>
  CATEGORIES.flatMap(({ children }) =>
    children.filter(({ code }) => !code.endsWith(OTHER)).map(({ code, name }) => [name, code, true] as [string, string, boolean]),
  )

const collect = (): Map<string, Weight[]> => {
  const byWord = new Map<string, Map<string, boolean>>()
  for (const [word, category, strong] of [...nameWords(), ...ownWords()]) {
    const categories = byWord.get(word) ?? new Map<string, boolean>()
    categories.set(category, strong || (categories.get(category) ?? false))
    byWord.set(word, categories)
  }
  return new Map(
    [...byWord].map(([word, categories]) => [
      word,
      [...categories].map(([category, strong]) => ({ category, weight: weigh(word, category, strong, categories.size) })),
    ]),
  )
}
const find = createMatcher(collect())

interface Score {
  sum: number
  words: Map<string, number>
}

const scoresOf = (text: string): Map<string, Score> => {
  const scores = new Map<string, Score>()
  for (const { word, value } of find(text)) {
    for (const { category, weight } of value) {
      const score = scores.get(category) ?? { sum: 0, words: new Map() }
      if (!scores.has(category)) scores.set(category, score)
      const said = score.words.get(word) ?? 0
      // Said again it counts a little more.
      score.sum += said === 0 ? weight : weight * 0.2
      score.words.set(word, said + weight)
    }
  }
  return scores
}

// What a single weak word amounts to: less than this is nothing to go by.
const DOUBT = 1.2
const LEAST = 1.6
/** Words of the same top category support each other a little: they agree on what it is about. */
const FAMILY = 0.25

const withFamily = (scores: Map<string, Score>): [category: string, sum: number][] => {
  const tops = new Map<string, number>()
  for (const [category, { sum }] of scores) tops.set(topOf(category), (tops.get(topOf(category)) ?? 0) + sum)
  return [...scores].map(([category, { sum }]) => [category, sum + FAMILY * ((tops.get(topOf(category)) ?? 0) - sum)])
}

/**
 * The categories that the words of a text speak for, the likeliest first, at most three; `suits` leaves some out.
 * Empty when the text says too little.
 */
export const sortByWords = (text: string, suits: (category: string) => boolean = () => true): CategoryGuess[] => {
  const scores = scoresOf(text)
  const ranked = withFamily(scores)
    .filter(([category]) => suits(category))
    .sort((one, other) => other[1] - one[1])
  const all = ranked.reduce((total, [, sum]) => total + sum ** 2, 0)
  return ranked
    .filter(([, sum]) => sum >= LEAST)
    .slice(0, 3)
    .map(([value, sum]) => ({
      value,
      certainty: (sum ** 2 / (all + DOUBT ** 2)) * (sum / (sum + DOUBT)),
      because: [...(scores.get(value)?.words ?? [])]
        .sort((one, other) => other[1] - one[1])
        .slice(0, MOST_REASONS)
        .map(([word]) => word),
    }))
}
