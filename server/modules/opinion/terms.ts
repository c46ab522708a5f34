import { cutWords } from '@server/platform/jieba'

// Chinese is searched by pairs of characters: whatever is part of the text is found, whether a dictionary knows the
// word or not. The dictionary decides where the words of a question part, so that they need not stand side by side.
const RUNS = /\p{Script=Han}+|[a-z0-9]+/gu
const MOST_WORDS = 10

const normal = (text: string): string => text.normalize('NFKC').toLowerCase()
const isHan = (run: string): boolean => /\p{Script=Han}/u.test(run)

const pairs = (run: string): string[] => {
  const letters = [...run]
  return letters.slice(1).map((letter, i) => `${letters[i]}${letter}`)
}

/** Everything by which a text is found: single characters, pairs of neighbours, and Latin words and numbers. */
export const termsOf = (text: string): string[] => {
  const terms = new Set<string>()
  for (const [run] of normal(text).matchAll(RUNS)) for (const term of isHan(run) ? [...run, ...pairs(run)] : [run]) terms.add(term)
  return [...terms]
}

/** The words of a question, at most ten; punctuation is left out. */
export const questionWords = (question: string): string[] => {
  const words = [...normal(question).matchAll(RUNS)].flatMap(([run]) => (isHan(run) ? cutWords(run) : [run]))
  return [...new Set(words)].slice(0, MOST_WORDS)
}

/** Terms that a text must have to contain a word; the rarest kind first, for the index. */
export const termsOfWord = (word: string): string[] => (isHan(word) && [...word].length > 1 ? pairs(word) : [word])
