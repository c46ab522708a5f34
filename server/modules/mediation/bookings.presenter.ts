import type { Case } from '@server/modules/cases'
import { toLocalIso } from '@server/modules/deadlines'
import type { Actor } from '@server/platform/actor'
import { clock } from '@server/platform/clock'
import type { Relation } from '@shared/cases/words'
import type { BookingView } from '@shared/mediation/schemas'
import { bookingMoves, type Sides, seesLink, statusNow } from './bookings.policy'
import { awaitedOf, type Changeable } from './snapshot'

/** A session as somebody sees it who stands to its case in these relations. */
export const presentBooking = (options: {
  booking: Changeable
  doc: Sides & Pick<Case, '_id'>
  actor: Actor
  relations: Relation[]
}): BookingView => {
  const { booking, doc, actor, relations } = options
  const now = clock.now()
  const status = statusNow(booking, now)
  return {
    id: booking.id,
    caseId: doc._id.toHexString(),
    status,
    startsAt: toLocalIso(booking.startsAt),
    endsAt: toLocalIso(booking.endsAt),
    mode: booking.mode,
    venue: booking.venue,
    mediator: booking.mediator,
    meetingUrl: seesLink(relations) ? booking.meetingUrl : null,
    waitsFor: status === 'held' || status === 'proposed' ? awaitedOf(booking) : [],
    heldUntil: status === 'held' && booking.heldUntil ? toLocalIso(booking.heldUntil) : null,
    absent: booking.absent ?? [],
    changeableUntil: toLocalIso(booking.changeableUntil),
    can: bookingMoves({ booking, doc, actor, relations, now }),
  }
}
