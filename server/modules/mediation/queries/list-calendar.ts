import { type Case, casesById, relationsOf } from '@server/modules/cases'
import { dayOfDate, instantAt } from '@server/modules/deadlines'
import type { Actor } from '@server/platform/actor'
import { InvalidInput } from '@server/platform/errors'
import type { Relation } from '@shared/cases/words'
import type { CalendarQuery } from '@shared/mediation/schemas'
import type * as z from 'zod/mini'
import { type Booking, BookingModel, wholeBooking } from '../booking.model'
import { PROBLEMS } from '../texts'

const MOST_DAYS = 62
const MOST = 1000

/** The sessions of a mediator from one day to another, both included; cancelled ones are left out. */
export const listCalendar = async (options: {
  actor: Actor
  query: z.infer<typeof CalendarQuery>
}): Promise<{ booking: Booking; doc: Case; relations: Relation[] }[]> => {
  const { actor, query } = options
  const [first, last] = [dayOfDate(query.from), dayOfDate(query.to)]
  if (last < first) throw InvalidInput.field('to', 'from_before_to', PROBLEMS.order)
  if (last - first > MOST_DAYS) throw InvalidInput.field('to', 'too_big', PROBLEMS.calendarRange)
  const bookings = await BookingModel.find({
    'mediator.id': actor.personId,
    startsAt: { $gte: instantAt(first, 0), $lt: instantAt(last + 1, 0) },
    status: { $ne: 'cancelled' },
  })
    .sort({ startsAt: 1 })
    .limit(MOST)
    .lean<Booking[]>()
  const byId = await casesById(bookings.map((booking) => booking.caseId))
  return bookings.flatMap((booking) => {
    const doc = byId.get(booking.caseId)
    // Cases that have gone to somebody else are no longer this mediator's to see.
    const relations = doc ? relationsOf(actor, doc) : []
    return doc && relations.length > 0 ? [{ booking: wholeBooking(booking), doc, relations }] : []
  })
}
