import type { CaseKind } from '@shared/cases/words'
import { isWithin } from '@shared/regions/schemas'
import type { Place } from '@/components/region-sheet'

export interface NoticeDraft {
  places: Place[]
  kinds: CaseKind[]
  title: string
  text: string
}

export const MOST_PLACES = 50

/** A new notice goes to the whole region of its author, when there is only one. */
export const newNotice = (regions: readonly Place[]): NoticeDraft => ({
  places: regions.length === 1 ? [...regions] : [],
  kinds: [],
  title: '',
  text: '',
})

/** The places with one more; what lies within another is told by that one already. */
export const withPlace = (places: readonly Place[], place: Place): Place[] =>
  places.some(({ code }) => isWithin(place.code, code)) ? [...places] : [...places.filter(({ code }) => !isWithin(code, place.code)), place]

export const bodyOf = ({ places, kinds, title, text }: NoticeDraft) => ({
  regionCodes: places.map(({ code }) => code),
  kinds,
  title: title.trim(),
  text: text.trim(),
})
