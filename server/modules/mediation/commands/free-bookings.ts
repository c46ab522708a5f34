import { findCases } from '@server/modules/cases'
import { clock } from '@server/platform/clock'
import { Conflict } from '@server/platform/errors'
import { isBookable } from '../bookings.policy'
import { activeBooking } from '../queries/find-booking'
import { CASE_LEFT } from '../texts'
import { cancelBooking } from './cancel-booking'
import { completeMove } from './complete-move'

/**
 * Cancels the session that a case has ahead when the case has ended or gone to somebody else, unless it is to go there
 * with the case. Goes by how the case stands now, so that hearing of it late, or twice, does no harm.
 */
export const freeBookings = async (options: { caseId: string }): Promise<void> => {
  const { caseId } = options
  const booking = await activeBooking(caseId)
  if (!booking || booking.startsAt <= clock.now()) return
  const [doc] = await findCases([caseId])
  const holder = doc && isBookable(doc) ? doc.owner?.id : undefined
  if (holder === booking.mediator.id) return
  const goesAlong = booking.moving !== null && holder === booking.moving.mediator.id
  if (goesAlong && (await completeMove({ caseId, actor: 'system', relations: [] }))) return
  try {
    await cancelBooking({ booking, reason: CASE_LEFT })
  } catch (error) {
    // Somebody moved it at the same time: then it is looked at once more.
    if (!(error instanceof Conflict)) throw error
    await freeBookings(options)
  }
}
