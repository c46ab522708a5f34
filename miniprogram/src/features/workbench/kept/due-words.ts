import type { ObligationView } from '@shared/obligations/schemas'
import type { Tone } from '@/components/chip'
import { dayName } from '@/features/obligations/day-name'
import { dateOf } from '@/lib/time'
import { texts } from './texts'

type Due = Pick<ObligationView, 'state' | 'overdue' | 'dueOn'>

/** By when, and how pressing that is. */
export const dueOf = ({ state, overdue, dueOn }: Due, now: number = Date.now()): { words: string; tone: Tone } => {
  const day = texts.dueOn(dayName(dueOn, dateOf(now)))
  if (state === 'done' || state === 'waived') return { words: day, tone: 'neutral' }
  if (overdue) return { words: texts.overdue, tone: 'seal' }
  if (dueOn === dateOf(now)) return { words: texts.dueToday, tone: 'amber' }
  const soon = dueOn <= dateOf(now + 3 * 86_400_000)
  return { words: day, tone: soon ? 'amber' : 'bamboo' }
}
