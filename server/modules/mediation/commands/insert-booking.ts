import { clock } from '@server/platform/clock'
import type { ObjectId, Session } from '@server/platform/database'
import { alreadyExists } from '@server/platform/once'
import { type Booking, BookingModel } from '../booking.model'
import { freePlaces, needsOf, takePlaces } from '../claims'
import { stillTheirs } from '../moving'
import { activeBooking } from '../queries/find-booking'
import { PROBLEMS } from '../texts'
import { writeBooking } from './change-booking'
import { type Freed, releasePlaces } from './release-places'
import { settleOffer } from './settle-offer'
import { type Telling, tellCase } from './tell-case'

/**
 * Makes way for a case's next booking: a session that has passed, though nobody recorded how, is no hindrance, and what
 * the case only held gives way. Anything else is left for the unique index to refuse.
 */
const makeWay = async (booking: Booking, session: Session): Promise<Freed | undefined> => {
  const former = await activeBooking(booking.caseId, session)
  if (!former) return undefined
  const held = former.status === 'held'
  if (!held && former.endsAt > clock.now()) return undefined
  await writeBooking(former, { active: false, awaits: [], ...(held ? { status: 'cancelled' as const } : {}) }, session)
  await settleOffer({ booking: former, outcome: 'declined', session })
  return releasePlaces({ booking: former, next: { places: needsOf(booking), same: false }, session })
}

/**
 * Stores a new booking with its claims and tells its case. `instead` is a reservation whose place it takes over. Throws
 * Conflict slot_taken, or already_exists when the case has another session ahead.
 */
export const insertBooking = async (
  options: Omit<Telling, 'where'> & { booking: Booking; instead?: ObjectId; session: Session },
): Promise<void> => {
  const { booking, instead, session, ...telling } = options
  const freed = await makeWay(booking, session)
  if (instead) await freePlaces({ bookingId: instead, session })
  await takePlaces({ places: needsOf(booking), bookingId: booking._id, until: booking.heldUntil, session })
  await BookingModel.collection.insertOne(booking as never, { session }).catch(alreadyExists('caseId', PROBLEMS.otherBooking))
  // The case may have gone to somebody else meanwhile.
  await tellCase({ booking, freed, ...telling, where: stillTheirs(booking), session })
}
