import { sortByWords } from '@server/modules/understanding'
import { isCategory, suitsKind } from '@shared/cases/categories'
import { CATEGORY_SENTENCES } from './category-sentences'

const guesses = CATEGORY_SENTENCES.map(([category, text]) => ({ category, text, found: sortByWords(text) }))

test('of obvious messages at least 85 % are sorted right by the words alone, and nearly all are among the three proposals', () => {
  const wrong = guesses.filter(({ category, found }) => found[0]?.value !== category)
  const missed = guesses.filter(({ category, found }) => !found.some(({ value }) => value === category))
  const lines = wrong.map(({ category, text, found }) => `${category} ← ${text} ${JSON.stringify(found)}`)
  expect([guesses.length >= 60, lines.length <= guesses.length * 0.15 ? [] : lines]).toEqual([true, []])
  expect(missed.length).toBeLessThanOrEqual(guesses.length * 0.05)
})

test('every category of the words is one of ours, and each guess names words of the message', () => {
  for (const { text, found } of guesses)
    for (const { value, because, certainty } of found) {
      expect(isCategory(value)).toBe(true)
      expect(because.length).toBeGreaterThan(0)
      for (const word of because) expect(text).toContain(word)
      expect(certainty).toBeGreaterThan(0)
      expect(certainty).toBeLessThan(1)
    }
})

test('the surer half is right more often than the other, and its certainty is no boast', () => {
  const sure = [...guesses].sort((one, other) => (other.found[0]?.certainty ?? 0) - (one.found[0]?.certainty ?? 0))
  const right = (some: typeof guesses) => some.filter(({ category, found }) => found[0]?.value === category).length / some.length
  const half = sure.slice(0, sure.length / 2)
  expect(right(half)).toBeGreaterThanOrEqual(right(sure.slice(sure.length / 2)))
  const mean = half.reduce((sum, { found }) => sum + (found[0]?.certainty ?? 0), 0) / half.length
  expect(right(half)).toBeGreaterThanOrEqual(mean)
})

test('only categories of the asked kind are proposed, and none for a text that says nothing', () => {
  for (const { text } of guesses)
    for (const { value } of sortByWords(text, (category) => suitsKind(category, 'hazard'))) expect(suitsKind(value, 'hazard')).toBe(true)
  expect(sortByWords('你好')).toEqual([])
  expect(sortByWords('')).toEqual([])
})
