import { CATEGORIES, topOf } from '@shared/cases/categories'
import { CASE_KINDS, type CaseKind } from '@shared/cases/words'
import { KIND_WORDS } from './kind-words'
import { createMatcher } from './matcher'

/** A kind that a text may be of. */
export interface KindGuess {
  value: CaseKind
  certainty: number
  because: string[]
}

interface Weight {
  kind: CaseKind
  weight: number
}
const find = createMatcher<Weight>(
  new Map(
    CASE_KINDS.flatMap((kind) =>
      KIND_WORDS[kind].flatMap(([weight, words]) => words.split(' ').map((word) => [word, { kind, weight }] as const)),
    ),
  ),
)

const DOUBT = 1
const MOST_REASONS = 3
/** Some categories are nearly always of one kind. */
const USUAL: Partial<Record<string, CaseKind>> = {
  safety: 'hazard',
  labour: 'dispute',
  consumer: 'dispute',
  medical: 'complaint',
  land: 'dispute',
}
const USUAL_WEIGHT = 3
/** Of accidents and bills that parties settle among themselves. */
const BETWEEN_PARTIES = ['traffic.accident', 'medical.dispute']

/** What a category says of the kind, by itself. */
const usualOf = (category: string): CaseKind | undefined => (BETWEEN_PARTIES.includes(category) ? 'dispute' : USUAL[topOf(category)])

/**
 * Of what kind a text is, the likeliest first; with a category, only kinds for which it is offered. Empty when nothing
 * speaks for any.
 */
export const kindByWords = (text: string, category?: string): KindGuess[] => {
  const allowed = category === undefined ? CASE_KINDS : (CATEGORIES.find(({ code }) => code === topOf(category))?.kinds ?? CASE_KINDS)
  const scores = new Map<CaseKind, { sum: number; words: Set<string> }>()
  const add = (kind: CaseKind, weight: number, word?: string): void => {
    if (!allowed.includes(kind)) return
    const score = scores.get(kind) ?? { sum: 0, words: new Set() }
    scores.set(kind, score)
    if (word !== undefined && score.words.has(word)) return
    score.sum += weight
    if (word !== undefined) score.words.add(word)
  }
  for (const { word, value } of find(text)) add(value.kind, value.weight, word)
  const usual = category === undefined ? undefined : usualOf(category)
  if (usual) add(usual, USUAL_WEIGHT)
  const [only] = allowed
  if (allowed.length === 1 && only && category !== undefined) add(only, USUAL_WEIGHT * 2)
  const all = [...scores.values()].reduce((total, { sum }) => total + sum, 0)
  return [...scores]
    .sort((one, other) => other[1].sum - one[1].sum)
    .map(([value, { sum, words }]) => ({ value, certainty: sum / (all + DOUBT), because: [...words].slice(0, MOST_REASONS) }))
}
