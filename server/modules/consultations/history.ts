import type { Actor } from '@server/platform/actor'
import { clock } from '@server/platform/clock'
import type { Consultation, HistoryEntry } from './consultation.model'
import { departmentsOf, isMember, isOffice } from './consultations.policy'
import { PROPOSER_NAMES, SYSTEM } from './texts'

/** A meeting that is put off again and again must not make the document grow without end. */
const MOST_ENTRIES = 100

/** As what somebody acted: a role or an organisation, never a name, so that erasing a person leaves the history as it is. */
export const actingAs = (actor: Actor | 'system', doc: Pick<Consultation, 'regionCode'>, organisation?: string): string => {
  if (actor === 'system') return SYSTEM
  if (organisation !== undefined && departmentsOf(actor).length > 0) return organisation
  if (isOffice(actor, doc)) return PROPOSER_NAMES.cppccOffice
  return isMember(actor, doc) ? PROPOSER_NAMES.cppccMember : PROPOSER_NAMES.resident
}

export const entryOf = (options: Omit<HistoryEntry, 'at'>): HistoryEntry => ({ at: clock.now(), ...options })

/** The `$push` of one more line. */
export const withEntry = (entry: HistoryEntry) => ({ history: { $each: [entry], $slice: -MOST_ENTRIES } })
