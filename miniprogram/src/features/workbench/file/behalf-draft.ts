import type { SubmitCase } from '@shared/cases/schemas'
import type { CaseKind } from '@shared/cases/words'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import type { Place } from '@/components/region-sheet'
import { guess } from '@/features/submit/guess'
import type { KeptFile } from '@/lib/kept-files'
import { newKey } from '@/lib/keys'
import { texts } from '../texts'

/** A case being written down for somebody else; on the device from the first letter on. */
export interface BehalfDraft {
  key: string
  name: string
  phone: string
  text: string
  kind: CaseKind | null
  category: string | null
  photos: KeptFile[]
  place: Place | null
  address: string
}

const STORED = 'behalf-draft'
const PHONE = /^(1[3-9]\d{9}|0\d{2,3}-?\d{7,8})$/

const empty = (place: Place | null): BehalfDraft => ({
  key: newKey(),
  name: '',
  phone: '',
  text: '',
  kind: null,
  category: null,
  photos: [],
  place,
  address: '',
})

const load = (): BehalfDraft => {
  const value: unknown = Taro.getStorageSync(STORED)
  return typeof value === 'object' && value !== null ? { ...empty(null), ...(value as Partial<BehalfDraft>) } : empty(null)
}

/** The draft, written down with every change. */
export const useBehalfDraft = () => {
  const [draft, set] = useState(load)
  const change = (part: Partial<BehalfDraft>) => {
    const next = { ...draft, ...part }
    Taro.setStorageSync(STORED, next)
    set(next)
  }
  /** After sending: empty, but the next person is likely to live in the same place. */
  const clear = () => {
    Taro.removeStorageSync(STORED)
    set(empty(draft.place))
  }
  return { draft, change, clear }
}

/** What it is about: chosen, or guessed from the words. */
export const subjectOf = ({ kind, category, text }: BehalfDraft): { kind: CaseKind; category: string } => {
  if (kind) return { kind, category: category ?? 'other.other' }
  const guessed = guess(text)
  return { kind: guessed?.kind ?? 'complaint', category: guessed?.category ?? 'other.other' }
}

export type Missing = Partial<Record<'name' | 'phone' | 'text' | 'place', string>>

/** What is still wrong or lacking, by field. */
export const missingIn = (draft: BehalfDraft): Missing => ({
  ...(draft.name.trim() ? {} : { name: texts.fileNameMissing }),
  ...(draft.phone.trim() && !PHONE.test(draft.phone.trim()) ? { phone: texts.filePhoneBad } : {}),
  ...(draft.text.trim() ? {} : { text: texts.fileTextMissing }),
  ...(draft.place ? {} : { place: texts.filePlaceMissing }),
})

/** What is sent. */
export const bodyOf = (draft: BehalfDraft, fileIds: string[]): SubmitCase => ({
  ...subjectOf(draft),
  text: draft.text.trim(),
  regionCode: draft.place?.code,
  ...(draft.address.trim() ? { address: draft.address.trim() } : {}),
  ...(fileIds.length > 0 ? { fileIds } : {}),
  onBehalfOf: { name: draft.name.trim(), ...(draft.phone.trim() ? { phone: draft.phone.trim() } : {}) },
})
