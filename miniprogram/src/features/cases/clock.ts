import type { CaseView, Light } from '@shared/cases/schemas'
import { dayWords } from '@/lib/time'
import { texts } from './texts'

const DAY = 86_400_000

/** When the clock stood still, in words: since when it does, or how long it did altogether; empty when never. */
export const pauseWords = (pauses: CaseView['pauses'], now: number = Date.now()): string => {
  const going = pauses.find(({ to }) => to === null)
  if (going) return texts.pausedNow(dayWords(going.from, now))
  if (pauses.length === 0) return ''
  const whole = pauses.reduce((sum, { from, to }) => sum + Date.parse(to ?? from) - Date.parse(from), 0)
  return texts.pausedBefore(pauses.length, Math.max(1, Math.round(whole / DAY)))
}

/** How a light shows as a bar. */
export const BAR: Record<Light, 'fine' | 'soon' | 'late'> = { none: 'fine', green: 'fine', yellow: 'soon', red: 'late' }
