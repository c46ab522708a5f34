import { casesById } from '@server/modules/cases'
import { clock } from '@server/platform/clock'
import { NotFound } from '@server/platform/errors'
import { type Booking, BookingModel, wholeBooking } from '../booking.model'
import type { CalendarEntry } from '../bookings.ics'
import { CalendarFeedModel } from '../calendar-feed.model'
import { feedToken, feedUrl, hashOfToken } from '../feed-token'

const DAY = 86_400_000
const BACK_DAYS = 30
const AHEAD_DAYS = 92
const MOST = 1000

/** The secret address of somebody's calendar; null when they have none. */
export const findFeedUrl = async (personId: string): Promise<string | null> => {
  const feed = await CalendarFeedModel.findById(personId).lean()
  return feed && feedUrl(feedToken(personId, feed.nonce))
}

/**
 * The sessions of the mediator to whom an address belongs, from a month ago to three months ahead. Cancelled ones are in
 * it, so that they are struck out elsewhere; what was only held is not. Throws NotFound for an address that is nobody's.
 */
export const readFeed = async ({ token }: { token: string }): Promise<CalendarEntry[]> => {
  const feed = await CalendarFeedModel.findOne({ tokenHash: hashOfToken(token.replace(/\.ics$/, '')) }).lean()
  if (!feed) throw new NotFound()
  const now = clock.ms()
  const startsAt = { $gte: new Date(now - BACK_DAYS * DAY), $lt: new Date(now + AHEAD_DAYS * DAY) }
  const bookings = await BookingModel.find({ 'mediator.id': feed._id, startsAt, heldUntil: null })
    .sort({ startsAt: 1 })
    .limit(MOST)
    .lean<Booking[]>()
  const cases = await casesById(bookings.map((booking) => booking.caseId))
  return bookings.map((booking) => ({
    booking: wholeBooking(booking),
    caseNumber: cases.get(booking.caseId)?.number ?? '',
    withLink: false,
  }))
}
