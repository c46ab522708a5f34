import { SIGNAL_KIND_NAMES, type SignalCard } from '@shared/insight/schemas'
import type { Tone } from '@/components/chip'
import { texts } from './texts'

const ONES = ['十', '百', '千', '万', '十万', '百万'] as const

/** How often chance alone would do this, in words: 约 3%, 不到千分之一. */
export const chanceWords = (p: number): string => {
  if (p >= 0.1) return texts.chanceOf(Math.round(p * 100))
  const zeros = Math.min(ONES.length, Math.max(1, Math.floor(-Math.log10(Math.max(p, 1e-12)) + 1e-9)))
  return texts.chanceUnder(ONES[zeros - 1] ?? ONES[0])
}

/** `不到 1` or `约 12`: what was to be expected; there are no tenths of people. */
const amount = (value: number): string => (value < 1 ? texts.under(1) : texts.about(Math.round(value)))

const SENTENCES = { emerging: texts.expect, trending: texts.expectTrend, widespread: texts.expectRegions } as const

/** Why a signal was raised, in two sentences. */
export const whyWords = ({ kind, expected, observed, p }: SignalCard): string => {
  return `${SENTENCES[kind](amount(expected), observed)}${texts.chance(chanceWords(p))}`
}

export const KIND_TONES: Record<SignalCard['kind'], Tone> = { emerging: 'amber', trending: 'sky', widespread: 'bamboo' }
export const kindName = (kind: SignalCard['kind']): string => SIGNAL_KIND_NAMES[kind]

/** `11月3日`, with the year when it is not this one. */
export const dayName = (day: string, thisYear: string): string => {
  const [year = '', month, date] = day.split('-')
  return `${year === thisYear ? '' : `${year}年`}${Number(month)}月${Number(date)}日`
}

const DAY_MS = 86_400_000
const dayNumber = (day: string): number => Math.floor(Date.parse(`${day}T00:00:00Z`) / DAY_MS)

/** Where a signal lies on a time line of some weeks that ends on a day: percents from the left. */
export const spanOn = (card: Pick<SignalCard, 'firstAt' | 'latestAt' | 'raisedAt'>, end: string, weeks: number) => {
  const last = dayNumber(end) + 1
  const days = weeks * 7
  const at = (day: number): number => Math.min(100, Math.max(0, ((day - (last - days)) / days) * 100))
  const [left, right] = [at(dayNumber(card.firstAt)), at(dayNumber(card.latestAt) + 1)]
  return { left, width: Math.max(1.5, right - left), raised: at(dayNumber(card.raisedAt)) }
}
