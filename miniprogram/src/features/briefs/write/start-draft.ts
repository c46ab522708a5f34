import type { StartBrief } from '@shared/briefs/schemas'
import { isWithin } from '@shared/regions/schemas'
import type { Place } from '@/components/region-sheet'
import { SHORTEST_TITLE } from './draft'

/** What a new brief begins from: a signal, a consultation, or nothing. */
export interface Source {
  signalId?: string | undefined
  consultationId?: string | undefined
  title?: string | undefined
  regionCode?: string | undefined
}

export interface StartDraft {
  title: string
  regionCode: string
  category: string | null
}

/** Each source has an unfinished beginning of its own. */
export const startKey = ({ signalId, consultationId }: Source): string => `briefStart:${signalId ?? consultationId ?? ''}`

/** The region of what it begins from, as far as it lies within the author's; else the author's own. */
export const newStart = ({ title = '', regionCode }: Source, regions: readonly Place[]): StartDraft => ({
  title: title.slice(0, 60),
  regionCode: regionCode && regions.some(({ code }) => isWithin(regionCode, code)) ? regionCode : (regions[0]?.code ?? ''),
  category: null,
})

export const canStart = ({ title, regionCode }: StartDraft): boolean => title.trim().length >= SHORTEST_TITLE && regionCode !== ''

export const startBody = ({ title, regionCode, category }: StartDraft, { signalId, consultationId }: Source): StartBrief => ({
  title: title.trim(),
  regionCode,
  ...(category ? { category } : {}),
  ...(signalId ? { signalId } : consultationId ? { consultationId } : {}),
})
