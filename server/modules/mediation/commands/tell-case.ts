import { byOf, recordCaseEvent } from '@server/modules/cases'
import type { Actor } from '@server/platform/actor'
import type { Session } from '@server/platform/database'
import { newEvent } from '@server/platform/outbox'
import { EVERYONE, type Relation } from '@shared/cases/words'
import type { Booking } from '../booking.model'
import { toSnapshot } from '../snapshot'
import type { Change } from '../texts'
import { type Freed, freedEvent } from './release-places'

export interface Telling {
  /** What is told to those who listen, and the sentence in the timeline; without them the change is nobody else's matter. */
  change?: Change
  text?: string
  actor: Actor | 'system'
  relations: readonly Relation[]
  /** What must hold for the case. */
  where?: Record<string, unknown>
}

/** Writes what became of a session into its case, in the session's own transaction, and tells those who listen. */
export const tellCase = async (
  options: Telling & {
    booking: Booking
    /** What the case shows as its latest session; this one, unless it says otherwise. */
    shown?: Booking | null
    freed?: Freed
    session: Session
  },
): Promise<void> => {
  const { booking, change, text, actor, relations, where, shown = booking, freed, session } = options
  const { caseId } = booking
  const bookingId = booking._id.toHexString()
  const byPersonId = actor === 'system' ? null : actor.personId
  await recordCaseEvent({
    caseId,
    where,
    ...(change && text ? { entry: { type: `booking.${change}`, by: byOf(actor, relations), text, audience: [...EVERYONE] } } : {}),
    set: { booking: shown && toSnapshot(shown) },
    events: [
      ...(change ? [newEvent('booking.changed', { caseId, bookingId, change, byPersonId })] : []),
      ...(freed ? [freedEvent(caseId, freed)] : []),
    ],
    session,
  })
}
