import type { Case } from '@server/modules/cases'
import type { Actor } from '@server/platform/actor'
import { clock } from '@server/platform/clock'
import type { Relation } from '@shared/cases/words'
import type { BookingMove, MoveBooking, Speaker } from '@shared/mediation/schemas'
import type { Booking } from './booking.model'
import { bookingMoves } from './bookings.policy'
import { toSnapshot } from './snapshot'

/** Somebody who takes a booking one step on. */
export interface Moving {
  actor: Actor
  doc: Case
  relations: Relation[]
  booking: Booking
  speaker: Speaker
  input: MoveBooking
}

/** What the mover may do with the booking now. */
export const movesNow = ({ booking, doc, actor, relations }: Omit<Moving, 'speaker' | 'input'>): BookingMove[] =>
  bookingMoves({ booking: toSnapshot(booking), doc, actor, relations, now: clock.now() })

/** The case must still be with the mediator of the session. */
export const stillTheirs = ({ mediator }: { mediator: { id: string } }) => ({ open: true, 'owner.id': mediator.id })
