import { CATEGORIES, isCategory, topOf } from '@shared/cases/categories'
import type { Model } from './classify/model'
import { decidingWords, type Guess, guess } from './classify/predict'
import { type CategoryGuess, sortByWords } from './lexicon/sort-by-words'

/** A trained model in use, and what its labels are called here. A label that is not in `codes` proposes nothing. */
export interface Learned {
  model: Model
  codes: ReadonlyMap<string, string>
}
export interface Proposals {
  categories: CategoryGuess[]
  source: 'model' | 'lexicon'
}
interface Asked {
  text: string
  learned: Learned | undefined
  /** Which categories come into question; all when missing. */
  suits?: ((category: string) => boolean) | undefined
  /** Whether the words that decided are wanted: they cost as much again. */
  explain?: boolean
}

const MOST = 3
const MOST_REASONS = 3
/** What is less likely than this is not worth showing. */
const LEAST = 0.05

const isTop = (code: string): boolean => CATEGORIES.some((top) => top.code === code)

/** The category within a group for which the words speak most; what is left over when they say nothing. */
const withinTop = (top: string, text: string): string =>
  sortByWords(text, (category) => topOf(category) === top)[0]?.value ?? `${top}.other`

const reasonsFor = (model: Model, text: string, label: string): string[] =>
  decidingWords({ model, text, label, limit: MOST_REASONS })
    .map(({ word }) => word)
    .filter((word) => text.includes(word))

/** Several labels may mean the same category here: their certainties add up. */
const byCode = (guesses: readonly Guess[], codes: ReadonlyMap<string, string>): { code: string; label: string; certainty: number }[] => {
  const found = new Map<string, { code: string; label: string; certainty: number }>()
  for (const { label, certainty } of guesses) {
    const code = codes.get(label)
    if (code === undefined) continue
    const known = found.get(code)
    if (known) known.certainty += certainty
    else found.set(code, { code, label, certainty })
  }
  return [...found.values()].sort((one, other) => other.certainty - one.certainty)
}

const proposeLearned = ({ text, suits, explain }: Asked, { model, codes }: Learned): CategoryGuess[] => {
  const guesses = guess(model, text)
  // What the model takes for something that has no name here is nothing that it can propose.
  const [best] = guesses
  if (!best || !codes.has(best.label)) return []
  return byCode(guesses, codes)
    .map(({ code, label, certainty }) => ({ value: isTop(code) ? withinTop(code, text) : code, label, certainty }))
    .filter(({ value, certainty }) => certainty >= LEAST && (suits?.(value) ?? true))
    .slice(0, MOST)
    .map(({ value, label, certainty }) => ({ value, certainty, because: explain ? reasonsFor(model, text, label) : [] }))
}

/** The likeliest categories of a text, best first: by the trained model, else by the words of the lexicon. */
export const propose = (asked: Asked): Proposals => {
  const learned = asked.learned && proposeLearned(asked, asked.learned)
  if (learned && learned.length > 0) return { categories: learned, source: 'model' }
  return { categories: sortByWords(asked.text, asked.suits), source: 'lexicon' }
}

/** What the labels of a training file are called here: by the map, else as they are when they are ours. */
export const codesFor = (labels: readonly string[], map: Readonly<Record<string, string>>): Map<string, string> =>
  new Map(
    labels.flatMap((label) => {
      const code = Object.hasOwn(map, label) ? map[label] : label
      return code !== undefined && isCategory(code) ? [[label, code] as const] : []
    }),
  )
