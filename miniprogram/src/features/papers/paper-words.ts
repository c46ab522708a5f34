import type { PaperItem, PaperView } from '@shared/papers/schemas'
import { PAPER_STATUS_NAMES } from '@shared/papers/schemas'
import type { Tone } from '@/components/chip'
import { texts, WAITS } from './texts'

type Head = Pick<PaperItem, 'status' | 'asks' | 'waitsFor'>

/** How a paper stands for its reader, in a word. */
export const standing = (paper: Head): { words: string; tone: Tone } => {
  if (paper.asks) return { words: paper.asks === 'sign' ? texts.awaitsSignature : texts.awaitsReading, tone: 'amber' }
  const tone: Tone = paper.status === 'effective' ? 'bamboo' : paper.status === 'void' ? 'neutral' : 'sky'
  return { words: PAPER_STATUS_NAMES[paper.status], tone }
}

/** What comes next with it, in a sentence. */
export const nextOf = (paper: Head): string => {
  if (paper.asks) return paper.asks === 'sign' ? texts.signNext : texts.readNext
  const others = paper.waitsFor.filter(({ me }) => !me).map(({ name }) => name)
  return paper.status === 'signing' && others.length > 0 ? texts.waitsFor(others.join('、')) : WAITS[paper.status]
}

/** How far it has come: 0 being read, 1 being signed, 2 sealed, 3 done. */
export const stepOf = ({ status, waitsFor }: Pick<Head, 'status' | 'waitsFor'>): number => {
  if (status === 'effective') return 3
  if (status !== 'signing') return 0
  return waitsFor.length > 0 ? 1 : 2
}

/** Whether the reader has said that the present text is right, or has gone further and signed it. */
export const agreed = (paper: Pick<PaperView, 'asks' | 'status' | 'waitsFor' | 'readings'>): boolean => {
  if (paper.asks === 'read') return false
  const own = paper.waitsFor.filter(({ me }) => me).map(({ partyId }) => partyId)
  return paper.status === 'signing' || paper.readings.some((one) => one.current && one.agreed && own.includes(one.partyId))
}
