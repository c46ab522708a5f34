import { Conflict } from '@server/platform/errors'
import type { Booking } from '../booking.model'
import { SENTENCES } from '../texts'
import { changeBooking } from './change-booking'
import { settleOffer } from './settle-offer'

/** Ends a hold whose time has passed. Of several who notice it, one does it. */
export const endHold = async (options: { booking: Booking }): Promise<void> => {
  const { booking } = options
  try {
    await changeBooking({
      booking,
      patch: { status: 'cancelled', active: false, awaits: [] },
      change: 'expired',
      ...(booking.offered ? { text: SENTENCES.expired(booking) } : {}),
      actor: 'system',
      relations: [],
      alongside: (session) => settleOffer({ booking, outcome: 'lapsed', session }),
    })
  } catch (error) {
    if (!(error instanceof Conflict)) throw error
  }
}
