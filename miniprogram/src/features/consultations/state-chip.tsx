import type { ConsultationCard } from '@shared/consultations/schemas'
import { CONSULTATION_STATE_NAMES, type ConsultationState } from '@shared/consultations/words'
import { Chip, type Tone } from '@/components/chip'
import { texts } from './texts'

const TONES: Record<ConsultationState, Tone> = {
  proposed: 'sky',
  declined: 'neutral',
  chosen: 'sky',
  open: 'bamboo',
  scheduled: 'bamboo',
  concluded: 'sky',
  passedOn: 'sky',
  reported: 'bamboo',
  judged: 'neutral',
}

/** Where a topic stands, in one word. `refused`: its words were not let through. */
export const StateChip = ({ state, checking, refused = false }: Pick<ConsultationCard, 'state' | 'checking'> & { refused?: boolean }) => {
  if (refused) return <Chip tone="seal">{texts.refused}</Chip>
  if (checking && state === 'proposed') return <Chip tone="amber">{texts.checking}</Chip>
  return <Chip tone={TONES[state]}>{CONSULTATION_STATE_NAMES[state]}</Chip>
}
