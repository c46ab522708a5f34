import type { CaseView } from '@shared/cases/schemas'
import type { SimilarPair } from '@shared/duplicates/schemas'
import { useCall } from '@/lib/query'
import { texts } from './texts'

/** The pairs that look like a case, as far as somebody has still to decide or decided that they are one. */
export const useSimilar = (view: Pick<CaseView, 'id' | 'can'>) =>
  useCall('duplicates.forCase', { params: { id: view.id } }, { enabled: view.can.includes('readSimilar'), staleTime: 30_000 })

/** The other case of a pair; undefined where it may not be seen. */
export const otherOf = (pair: SimilarPair, id: string): SimilarPair['cases'][number] | undefined => pair.cases.find((one) => one.id !== id)

/** What a pair has in common, in one line. */
export const commonWords = ({ why, likeness, metres, words }: SimilarPair): string =>
  [
    why === 'samePerson' ? texts.samePerson : texts.sameMatter,
    texts.likeness(likeness),
    metres === null ? '' : texts.metres(metres),
    words.length > 0 ? texts.bothSay(words.join('、')) : '',
  ]
    .filter(Boolean)
    .join(' · ')
