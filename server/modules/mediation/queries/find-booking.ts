import { type Session, toObjectId } from '@server/platform/database'
import { NotFound } from '@server/platform/errors'
import { type Booking, BookingModel, wholeBooking } from '../booking.model'

/** A booking. Throws NotFound. */
export const findBooking = async (bookingId: string): Promise<Booking> => {
  const _id = toObjectId(bookingId)
  const stored = _id && (await BookingModel.findById(_id).lean<Booking>())
  if (!stored) throw new NotFound()
  return wholeBooking(stored)
}

/** The booking of a case that still stands. */
export const activeBooking = async (caseId: string, session?: Session): Promise<Booking | undefined> => {
  const stored = await BookingModel.findOne({ caseId, active: true }, null, session ? { session } : {}).lean<Booking>()
  return stored ? wholeBooking(stored) : undefined
}

/** The session of a case that was last agreed on or proposed, besides those that were only held. */
export const lastSettled = async (caseId: string, session: Session): Promise<Booking | null> => {
  const stored = await BookingModel.findOne({ caseId, heldUntil: null }, null, { session }).sort({ startsAt: -1 }).lean<Booking>()
  return stored && wholeBooking(stored)
}
