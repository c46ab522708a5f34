import type { CaseKind } from '@shared/cases/words'
import { RULES } from './guess-words'

export interface Guess {
  category: string
  kind: CaseKind
  /** The words that it rests on. */
  because: string[]
}

const SUGGESTING = /建议|希望能|能不能|要是能/

const score = (words: readonly string[]): number => words.reduce((sum, word) => sum + word.length, 0)

/** What the words seem to be about, told together with why; undefined when they give nothing away. */
export const guess = (text: string): Guess | undefined => {
  let best: Guess | undefined
  for (const { category, kind, words } of RULES) {
    const because = words.filter((word) => text.includes(word))
    if (because.length > 0 && score(because) > score(best?.because ?? [])) best = { category, kind, because }
  }
  if (best?.kind === 'complaint' && SUGGESTING.test(text) && !best.category.startsWith('labour')) return { ...best, kind: 'suggestion' }
  return best
}
