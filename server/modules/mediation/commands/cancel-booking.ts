import type { Booking } from '../booking.model'
import { freePlaces } from '../claims'
import { SENTENCES } from '../texts'
import { changeBooking } from './change-booking'
import { settleOffer } from './settle-offer'

/** Cancels a session by itself, with all that it keeps. Throws Conflict when somebody changes it at the same time. */
export const cancelBooking = ({ booking, reason }: { booking: Booking; reason: string }): Promise<Booking> =>
  changeBooking({
    booking,
    patch: { status: 'cancelled', active: false, awaits: [], moving: null, remindAt: null },
    // What one side only held was never anybody else's matter.
    ...(booking.status === 'held' && !booking.offered ? {} : { change: 'cancelled', text: SENTENCES.cancelled(booking, reason) }),
    actor: 'system',
    relations: [],
    alongside: async (session) => {
      if (booking.moving) await freePlaces({ bookingId: booking.moving.claimId, session })
      await settleOffer({ booking, outcome: 'declined', session })
    },
  })
