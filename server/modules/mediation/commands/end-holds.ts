import { localDate } from '@server/modules/deadlines'
import { clock } from '@server/platform/clock'
import { type Booking, BookingModel, wholeBooking } from '../booking.model'
import { ClaimModel } from '../claim.model'
import { whereOver } from '../holds'
import { WaitingModel } from '../waiting.model'
import { endHold } from './end-hold'

const BATCH = 200
/** Claims that lapsed are cleared away only when nobody can still be about to make them last. */
const GRACE_MS = 60_000

/**
 * Tidies what time has ended: holds, claims that lapsed (of a process that was killed, above all), and wishes for days
 * that have passed. Nothing rests on it: what is over is anybody's from the moment in which it is.
 */
export const endHolds = async (): Promise<number> => {
  const now = clock.now()
  const over = await BookingModel.find({ status: 'held', ...whereOver('heldUntil', now) })
    .limit(BATCH)
    .lean<Booking[]>()
  for (const stored of over) await endHold({ booking: wholeBooking(stored) })
  await ClaimModel.deleteMany({ until: { $lte: new Date(now.getTime() - GRACE_MS) } })
  await WaitingModel.deleteMany({ to: { $lt: localDate(now) }, offer: null })
  return over.length
}
