import { clock } from '@server/platform/clock'
import type { Session } from '@server/platform/database'
import type { Booking } from '../booking.model'
import { WaitingModel } from '../waiting.model'

// More than anybody is offered; it keeps the list bounded.
const MOST_REFUSED = 50

/**
 * What becomes of a case's place in the line when a hold ends. Who takes the time waits no more. Who declines it waits on
 * for another. Who lets it lapse goes to the end, so that nobody who does not look holds up those who do.
 */
export const settleOffer = async (options: {
  booking: Booking
  outcome: 'taken' | 'declined' | 'lapsed'
  session: Session
}): Promise<void> => {
  const { booking, outcome, session } = options
  const { caseId, offered, startsAt } = booking
  if (outcome === 'taken') {
    await WaitingModel.deleteOne({ caseId }, { session })
    return
  }
  if (!offered) return
  const order = outcome === 'lapsed' ? { order: clock.now() } : {}
  await WaitingModel.updateOne(
    { caseId, 'offer.bookingId': booking._id.toHexString() },
    { $set: { offer: null, ...order }, $push: { refused: { $each: [startsAt], $slice: -MOST_REFUSED } } },
    { session },
  )
}
