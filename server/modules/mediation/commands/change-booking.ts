import { clock } from '@server/platform/clock'
import { inTransaction, type Session } from '@server/platform/database'
import { Conflict } from '@server/platform/errors'
import { type Booking, BookingModel } from '../booking.model'
import { keepPlaces, needsOf, takePlaces, without } from '../claims'
import { lastSettled } from '../queries/find-booking'
import { type Freed, releasePlaces } from './release-places'
import { type Telling, tellCase } from './tell-case'

export interface BookingChange extends Telling {
  booking: Booking
  patch: Partial<Omit<Booking, '_id' | 'caseId' | 'revision' | 'changedAt'>>
  /** What else belongs to it, in the same transaction. */
  alongside?: (session: Session) => Promise<void>
}

/** Takes what the booking now needs and gives back what it no longer does. */
const moveClaims = async (booking: Booking, next: Booking, session: Session): Promise<Freed | undefined> => {
  if (!next.active) return releasePlaces({ booking, session })
  const { _id, heldUntil } = booking
  const [had, wanted] = [needsOf(booking), needsOf(next)]
  if (heldUntil && !next.heldUntil && !(await keepPlaces({ held: _id, bookingId: _id, count: had.length, session })))
    throw new Conflict('hold_expired')
  await takePlaces({ places: without(wanted, had), bookingId: _id, until: next.heldUntil, session })
  return releasePlaces({ booking, next: { places: wanted, same: true }, session })
}

/** Writes a booking under its revision. Throws Conflict booking_already_moved when somebody else was faster. */
export const writeBooking = async (booking: Booking, patch: BookingChange['patch'], session: Session): Promise<Booking> => {
  const written = { ...patch, changedAt: clock.now() }
  const { matchedCount } = await BookingModel.updateOne(
    { _id: booking._id, revision: booking.revision, active: true },
    { $set: written, $inc: { revision: 1 } },
    { session },
  )
  if (matchedCount === 0) throw new Conflict('booking_already_moved')
  return { ...booking, ...written, revision: booking.revision + 1 }
}

const change = async (options: BookingChange, session: Session): Promise<Booking> => {
  const { booking, patch, alongside, ...telling } = options
  const next = await writeBooking(booking, patch, session)
  const freed = await moveClaims(booking, next, session)
  // A place that was only held leaves nothing behind: the case shows again what it showed before.
  const forgotten = !next.active && booking.status === 'held' && !booking.offered
  const shown = forgotten ? await lastSettled(booking.caseId, session) : next
  await tellCase({ booking: next, shown, freed, ...telling, session })
  await alongside?.(session)
  return next
}

/** Changes a booking, its claims and what its case says of it, all or nothing. Of two at once one wins: booking_already_moved. */
export const changeBooking = (options: BookingChange): Promise<Booking> => inTransaction((session) => change(options, session))
