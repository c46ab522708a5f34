import type { CaseView, Light } from '@shared/cases/schemas'
import { dayWords } from '@/lib/time'
import { texts } from './texts'

const DAY = 86_400_000

/** When the clock stood still, in words: since when it does, or how many days it did altogether; empty when it was less than one. */
export const pauseWords = (pauses: CaseView['pauses'], now: number = Date.now()): string => {
  const going = pauses.find(({ to }) => to === null)
  if (going) return texts.pausedNow(dayWords(going.from, now))
  const whole = pauses.reduce((sum, { from, to }) => sum + Date.parse(to ?? from) - Date.parse(from), 0)
  const days = Math.round(whole / DAY)
  return days === 0 ? '' : texts.pausedBefore(pauses.length, days)
}

/** The pauses that a deadline has had since it began: those before have moved nothing. */
export const pausesSince = (pauses: CaseView['pauses'], startedAt: string): CaseView['pauses'] =>
  pauses.filter(({ to }) => to === null || Date.parse(to) > Date.parse(startedAt))

/** How a light shows as a bar. */
export const BAR: Record<Light, 'fine' | 'soon' | 'late'> = { none: 'fine', green: 'fine', yellow: 'soon', red: 'late' }
