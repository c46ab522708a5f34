import { byOf, recordCaseEvent } from '@server/modules/cases'
import type { Actor } from '@server/platform/actor'
import type { Session } from '@server/platform/database'
import { newEvent } from '@server/platform/outbox'
import type { Relation } from '@shared/cases/words'
import type { Booking } from '../booking.model'
import { toSnapshot } from '../snapshot'
import type { Change } from '../texts'

/** Writes what became of a session into its case, in the session's own transaction, and tells those who listen. */
export const tellCase = async (options: {
  booking: Booking
  change: Change
  text: string
  actor: Actor | 'system'
  relations: readonly Relation[]
  /** What must hold for the case. */
  where?: Record<string, unknown>
  session: Session
}): Promise<void> => {
  const { booking, change, text, actor, relations, where, session } = options
  const byPersonId = actor === 'system' ? null : actor.personId
  await recordCaseEvent({
    caseId: booking.caseId,
    where,
    entry: { type: `booking.${change}`, by: byOf(actor, relations), text, audience: ['applicant', 'respondent', 'staff'] },
    set: { booking: toSnapshot(booking) },
    events: [newEvent('booking.changed', { caseId: booking.caseId, bookingId: booking._id.toHexString(), change, byPersonId })],
    session,
  })
}
