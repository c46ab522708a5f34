import type { Case } from '@server/modules/cases'
import { toLocalIso } from '@server/modules/deadlines'
import type { Actor } from '@server/platform/actor'
import { clock } from '@server/platform/clock'
import type { Relation } from '@shared/cases/words'
import type { BookingView } from '@shared/mediation/schemas'
import { bookingMoves } from './bookings.policy'
import { type Changeable, isOnBehalf } from './snapshot'

// The link lets one into the meeting.
const INSIDE: readonly Relation[] = ['applicant', 'respondent', 'helper', 'owner']

/** A session as somebody sees it who stands to its case in these relations. */
export const presentBooking = (options: {
  booking: Changeable
  doc: Pick<Case, '_id' | 'parties' | 'filedBy'>
  actor: Actor
  relations: Relation[]
}): BookingView => {
  const { booking, doc, actor, relations } = options
  const inside = relations.some((relation) => INSIDE.includes(relation))
  return {
    id: booking.id,
    caseId: doc._id.toHexString(),
    status: booking.status,
    startsAt: toLocalIso(booking.startsAt),
    endsAt: toLocalIso(booking.endsAt),
    mode: booking.mode,
    venue: booking.venue,
    mediator: booking.mediator,
    meetingUrl: inside ? booking.meetingUrl : null,
    can: bookingMoves({ booking, actor, relations, onBehalf: isOnBehalf(doc), now: clock.now() }),
  }
}
