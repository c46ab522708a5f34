import { loadCase } from '@server/modules/cases'
import type { Actor } from '@server/platform/actor'
import { NotFound } from '@server/platform/errors'
import type { CalendarEntry } from '../bookings.ics'
import { seesLink, seesSessions } from '../bookings.policy'
import { findBooking } from './find-booking'

/** One session for the calendar of somebody who may read of it. Throws NotFound for everybody else. */
export const sessionEntry = async (options: { actor: Actor; bookingId: string }): Promise<CalendarEntry> => {
  const booking = await findBooking(options.bookingId)
  const { doc, relations } = await loadCase({ actor: options.actor, caseId: booking.caseId })
  if (!seesSessions(relations)) throw new NotFound()
  return { booking, caseNumber: doc.number, withLink: seesLink(relations) }
}
