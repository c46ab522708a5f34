import type { CaseItem, CaseView, Light } from '@shared/cases/schemas'
import { STATUS_NAMES } from '@shared/cases/words'
import { MODE_NAMES } from '@shared/mediation/schemas'
import type { Tone } from '@/components/chip'
import { clockOf, dayWords, remaining, timeWords } from '@/lib/time'
import { STAFF_STATUS, texts } from './texts'

/** `soon` is wider than elsewhere: who plans the day needs to see the day after as well. */
export type Urgency = 'late' | 'soon' | 'fine' | 'none'
const SOON = 2 * 86_400_000

/** How near an item's deadline is: by the light that the service gives it, and a day or two ahead for who plans. */
export const urgencyOf = (item: Pick<CaseItem, 'deadline'> & Partial<Pick<CaseItem, 'light'>>, now: number = Date.now()): Urgency => {
  if (!item.deadline || item.light === 'none') return 'none'
  if (item.light === 'red') return 'late'
  if (item.light === 'yellow') return 'soon'
  const left = Date.parse(item.deadline) - now
  return left < 0 ? 'late' : left < SOON ? 'soon' : 'fine'
}

export const TONES: Record<Urgency, Tone> = { late: 'seal', soon: 'amber', fine: 'bamboo', none: 'neutral' }

/** What a light says in words, so that no colour has to. */
const LIGHT_WORDS: Record<Light, string> = { none: '', green: '', yellow: texts.lightYellow, red: '' }

/** 今天 18:00 前 · 还有 3 天 · 已超 2 小时. */
export const deadlineWords = (item: Pick<CaseItem, 'deadline'> & Partial<Pick<CaseItem, 'light'>>): string => {
  if (!item.deadline) return texts.noDeadline
  const left = remaining(item.deadline)
  const when = left.state !== 'late' && dayWords(item.deadline) === '今天' ? texts.before(clockOf(item.deadline)) : left.words
  return [LIGHT_WORDS[item.light ?? 'none'], when].filter(Boolean).join(' · ')
}

/** The name of where a case stands, as staff say it. */
export const statusWords = (item: Pick<CaseItem, 'status'> & Partial<Pick<CaseItem, 'merged'>>): string =>
  item.merged && item.status === 'suspended' ? texts.mergedStatus : (STAFF_STATUS[item.status] ?? STATUS_NAMES[item.status])

const FIRST_STEPS = [
  ['accept', texts.dueAccept],
  ['assign', texts.dueAssign],
  ['answer', texts.dueAnswer],
  ['startHandling', texts.dueHandling],
  ['startMediation', texts.dueMediation],
] as const

/** What the reader has to do next, or where the case stands. */
export const dueWords = (item: Pick<CaseItem | CaseView, 'status' | 'booking' | 'can'>): string => {
  const step = FIRST_STEPS.find(([can]) => item.can.includes(can))
  if (step) return step[1]
  if (item.booking?.can.includes('confirm')) return texts.dueConfirmTime
  if (item.booking?.status === 'confirmed') return `${timeWords(item.booking.startsAt)} ${MODE_NAMES[item.booking.mode]}`
  if (item.status === 'mediating' && !item.booking && item.can.includes('book')) return texts.dueBook
  if (item.status === 'failed' && item.can.includes('passOn')) return texts.dueFailed
  if (item.status === 'closed' && item.can.includes('archive')) return texts.dueArchive
  return statusWords(item)
}

/** Whether the card shows buttons: something waits for this reader, or time is short. */
export const isPressing = (item: CaseItem): boolean =>
  FIRST_STEPS.slice(0, 3).some(([can]) => item.can.includes(can)) || ['late', 'soon'].includes(urgencyOf(item))
