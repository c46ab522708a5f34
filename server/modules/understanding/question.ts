import { categoryName, topOf } from '@shared/cases/categories'
import type { CaseKind } from '@shared/cases/words'
import type { Understanding } from '@shared/understanding/schemas'
import type { KindGuess } from './lexicon/kind-by-words'
import type { CategoryGuess } from './lexicon/sort-by-words'
import type { Place } from './places'

type Question = NonNullable<Understanding['question']>

/** Below this an answer would often be different. */
const SURE = 0.55
/** Who has written so little is not asked, but left to write. */
const LEAST_LETTERS = 6
const MOST_OPTIONS = 3

/** What kinds are called when one has to choose between them. */
const KIND_CHOICES: Record<CaseKind, string> = {
  complaint: '请有关部门来办一件事',
  dispute: '和某个人或单位有矛盾，想请人调解',
  hazard: '有危险，怕出事',
  suggestion: '提一个建议',
}

const askKind = (kinds: readonly KindGuess[]): Question => ({
  about: 'kind',
  text: '您更想要哪一种帮助？',
  options: kinds.slice(0, 2).map(({ value }) => ({ label: KIND_CHOICES[value], kind: value })),
})

const askAnyKind = (): Question => ({
  about: 'kind',
  text: '您更想要哪一种帮助？',
  options: (['complaint', 'dispute', 'hazard', 'suggestion'] as const).map((kind) => ({ label: KIND_CHOICES[kind], kind })),
})

const askCategory = (categories: readonly CategoryGuess[]): Question => ({
  about: 'category',
  text: '这件事更接近哪一类？',
  options: categories.slice(0, MOST_OPTIONS).map(({ value }) => ({ label: categoryName(value), category: value })),
})

/** Two categories of one group go to the same people: between them nothing has to be asked. */
const unsureOfCategory = ([first, second]: readonly CategoryGuess[]): boolean =>
  first !== undefined && second !== undefined && first.certainty < SURE && topOf(first.value) !== topOf(second.value)

const askPlace = (place: Place | undefined): Question =>
  place
    ? { about: 'place', text: `您说的“${place.words}”是哪一个？`, options: place.among.map((label) => ({ label })) }
    : { about: 'place', text: '这件事发生在哪里？', options: [] }

/**
 * The one question that is worth asking, if any: the kind decides who helps and how, the category who knows about it,
 * the place who is near.
 */
export const questionFor = (options: {
  text: string
  categories: readonly CategoryGuess[]
  kinds: readonly KindGuess[]
  places: readonly Place[]
  placeKnown: boolean
}): Question | null => {
  const { text, categories, kinds, places, placeKnown } = options
  if ([...text].length < LEAST_LETTERS) return null
  const [kind, otherKind] = kinds
  if (kind && otherKind && kind.certainty < SURE) return askKind(kinds)
  if (!kind && categories.length === 0) return askAnyKind()
  if (unsureOfCategory(categories)) return askCategory(categories)
  if (placeKnown || places.some(({ regionCode }) => regionCode !== null)) return null
  return askPlace(places.find(({ among }) => among.length > 1))
}
