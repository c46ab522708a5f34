import { findCases } from '@server/modules/cases'
import { clock } from '@server/platform/clock'
import { Conflict } from '@server/platform/errors'
import { type Booking, BookingModel } from '../booking.model'
import { isBookable } from '../bookings.policy'
import { CASE_LEFT, SENTENCES } from '../texts'
import { changeBooking } from './change-booking'

/**
 * Cancels the session that a case has ahead when the case has ended or gone to somebody else. Goes by how the case
 * stands now, so that hearing of it late, or twice, does no harm.
 */
export const freeBookings = async (options: { caseId: string }): Promise<void> => {
  const { caseId } = options
  const booking = await BookingModel.findOne({ caseId, active: true }).lean<Booking>()
  if (!booking || booking.startsAt <= clock.now()) return
  const [doc] = await findCases([caseId])
  if (doc && isBookable(doc) && doc.owner?.id === booking.mediator.id) return
  const patch = { status: 'cancelled', active: false, awaits: null } as const
  const text = SENTENCES.cancelled(booking, CASE_LEFT)
  try {
    await changeBooking({ booking, patch, change: 'cancelled', text, actor: 'system', relations: [] })
  } catch (error) {
    // Somebody moved it at the same time: then it is looked at once more.
    if (!(error instanceof Conflict)) throw error
    await freeBookings(options)
  }
}
