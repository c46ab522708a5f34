import { suitsKind } from '@shared/cases/categories'
import type { SubmitCase } from '@shared/cases/schemas'
import type { CaseKind } from '@shared/cases/words'
import type { RegionView } from '@shared/regions/schemas'
import Taro from '@tarojs/taro'
import type { LngLat } from '@/lib/gcj02'
import type { KeptFile } from '@/lib/kept-files'
import { newKey } from '@/lib/keys'
import { type Guess, guess } from './guess'

export const STEPS = ['what', 'where', 'who', 'review'] as const
export type Step = (typeof STEPS)[number]

/** Which words were understood, and as what. */
export interface Understood extends Guess {
  text: string
}

/** A case being written. It lives in the device's storage from the first letter on. */
export interface Draft {
  /** The Idempotency-Key, made once: however often this is sent, it becomes one case. */
  key: string
  step: Step
  text: string
  voice: KeptFile | null
  photos: KeptFile[]
  /** What the person chose; null: as guessed from the text. */
  kind: CaseKind | null
  category: string | null
  /** What the service made of the words when they were last looked at; null until then, or without a network. */
  understood: Understood | null
  /** The same public hazard, reported by others, with which this one is to be handled. */
  join: { id: string; name: string } | null
  /** Those nearby that were said not to be the same. */
  apart: string[]
  /** From the top of the tree down. */
  region: RegionView[]
  point: LngLat | null
  address: string
  respondentName: string
  respondentPhone: string
  anonymous: boolean
  opinionUse: boolean
  mediator: { id: string; name: string } | null
  /** Pressed 提交 before logging in: goes on by itself afterwards. */
  sendAfterLogin: boolean
}

/** What each step of the form gets. */
export interface StepProps {
  draft: Draft
  change: (part: Partial<Draft>) => void
}

const KEY = 'draft'
const LAST_PLACE = 'last-place'

/** An empty draft. */
export const newDraft = (): Draft => ({
  key: newKey(),
  step: 'what',
  text: '',
  voice: null,
  photos: [],
  kind: null,
  category: null,
  understood: null,
  join: null,
  apart: [],
  region: [],
  point: null,
  address: '',
  respondentName: '',
  respondentPhone: '',
  anonymous: false,
  opinionUse: false,
  mediator: null,
  sendAfterLogin: false,
})

/** Whether something has been said that would be a pity to lose. */
export const hasContent = (draft: Draft): boolean => draft.text.trim() !== '' || draft.voice !== null || draft.photos.length > 0

/** The draft on this device, or null. */
export const loadDraft = (): Draft | null => {
  const value: unknown = Taro.getStorageSync(KEY)
  return typeof value === 'object' && value !== null ? { ...newDraft(), ...(value as Partial<Draft>) } : null
}

/** Writes it down at once: the app may be killed after any letter. */
export const saveDraft = (draft: Draft): void => Taro.setStorageSync(KEY, draft)

/** Lets it go. */
export const clearDraft = (): void => Taro.removeStorageSync(KEY)

type Place = Pick<Draft, 'region' | 'point' | 'address'>

/** Where the last case was, so that the place is not asked for twice. */
export const lastPlace = (): Place | null => {
  const value: unknown = Taro.getStorageSync(LAST_PLACE)
  return typeof value === 'object' && value !== null ? (value as Place) : null
}
export const rememberPlace = ({ region, point, address }: Place): void => Taro.setStorageSync(LAST_PLACE, { region, point, address })

/** What it is about: as chosen, as the service understood what stands there so far, or as guessed here; null when nobody knows. */
export const subjectOf = (draft: Draft): Guess | null => {
  if (draft.kind) return { kind: draft.kind, category: draft.category ?? 'other.other', because: [] }
  const { understood } = draft
  if (understood && draft.text.trim().startsWith(understood.text)) return understood
  return guess(draft.text) ?? null
}

/** `和安市 · 青溪县 · 柳林镇`. */
export const pathWords = (region: readonly RegionView[]): string =>
  region
    .filter(({ level }) => level !== 'province')
    .map(({ name }) => name)
    .join(' · ')

const optional = <K extends string, V>(name: K, value: V | null | undefined | '' | false): { [P in K]?: V } =>
  (value ? { [name]: value } : {}) as { [P in K]?: V }

/** What is sent; `fileIds` are the service's ids of the draft's files, by their local ids. */
export const bodyOf = (draft: Draft, fileIds: Record<string, string>): SubmitCase => {
  const { kind, category } = subjectOf(draft) ?? { kind: 'complaint' as const, category: 'other.other' }
  const photos = draft.photos.flatMap(({ id }) => fileIds[id] ?? [])
  const name = draft.respondentName.trim()
  const phone = draft.respondentPhone.trim()
  const respondent = kind === 'dispute' && (name || phone) ? { ...optional('name', name), ...optional('phone', phone) } : null
  return {
    kind,
    category: suitsKind(category, kind) ? category : 'other.other',
    ...optional('text', draft.text.trim()),
    ...optional('audioFileId', draft.voice ? fileIds[draft.voice.id] : null),
    ...optional('regionCode', draft.region.at(-1)?.code),
    ...optional('location', draft.point && { type: 'Point' as const, coordinates: draft.point }),
    ...optional('address', draft.address.trim()),
    ...optional('fileIds', photos.length > 0 && photos),
    anonymous: kind === 'dispute' && draft.anonymous,
    opinionUse: kind !== 'dispute' && draft.opinionUse,
    ...optional('respondent', respondent),
    ...optional('preferredMediatorId', kind === 'dispute' && draft.mediator?.id),
    ...optional('joinId', kind === 'hazard' && draft.join?.id),
  }
}
