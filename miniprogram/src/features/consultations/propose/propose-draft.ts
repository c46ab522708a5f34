import type { ProposeConsultation } from '@shared/consultations/schemas'
import type { RegionView } from '@shared/regions/schemas'
import Taro from '@tarojs/taro'
import { newKey } from '@/lib/keys'
import { texts } from '../texts'

export const STEPS = ['what', 'why', 'where'] as const
export type Step = (typeof STEPS)[number]

/** A topic being written; it lives in the device's storage from the first letter on. */
export interface Proposal {
  /** The Idempotency-Key, made once: however often this is sent, it becomes one topic. */
  key: string
  step: Step
  title: string
  text: string
  /** From the top of the tree down. */
  region: RegionView[]
  /** The signal that it comes from, and its name. */
  signalId: string | null
}

const KEY = 'proposal'
const SHORTEST_TITLE = 4
const SHORTEST_TEXT = 10

/** An empty one. */
export const newProposal = (): Proposal => ({ key: newKey(), step: 'what', title: '', text: '', region: [], signalId: null })

/** The one on this device, or null. */
export const loadProposal = (): Proposal | null => {
  const value: unknown = Taro.getStorageSync(KEY)
  return typeof value === 'object' && value !== null ? { ...newProposal(), ...(value as Partial<Proposal>) } : null
}

/** Whether something has been written that would be a pity to lose. */
const hasWords = ({ title, text }: Proposal): boolean => title.trim() !== '' || text.trim() !== ''
export const hasProposal = (): boolean => {
  const draft = loadProposal()
  return draft !== null && hasWords(draft)
}
export const saveProposal = (draft: Proposal): void => Taro.setStorageSync(KEY, draft)
export const clearProposal = (): void => Taro.removeStorageSync(KEY)

/** What a signal brings along: it begins anew unless this very signal is being written about already. */
export const fromSignal = (draft: Proposal | null, signalId: string, title: string): Proposal =>
  draft?.signalId === signalId ? draft : { ...newProposal(), signalId, title: title.slice(0, 60) }

/** A whole city is a matter for the CPPCC; a resident's begins at the county. */
const placeKnown = (region: readonly RegionView[], official: boolean): boolean => {
  const level = region.at(-1)?.level
  return level !== undefined && level !== 'province' && (official || level !== 'city')
}

/** What keeps the step from being left forwards, in words; empty when nothing does. */
export const missingIn = ({ step, title, text, region }: Proposal, official: boolean): string => {
  if (step === 'what') return title.trim().length >= SHORTEST_TITLE ? '' : texts.whatMissing
  if (step === 'why') return text.trim().length >= SHORTEST_TEXT ? '' : texts.whyMissing
  return placeKnown(region, official) ? '' : texts.whereMissing
}

/** What is sent. */
export const bodyOf = ({ title, text, region, signalId }: Proposal): ProposeConsultation => ({
  title: title.trim(),
  text: text.trim(),
  regionCode: region.at(-1)?.code ?? '',
  ...(signalId ? { signalId } : {}),
})
