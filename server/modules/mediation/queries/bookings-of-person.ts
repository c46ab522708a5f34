import { toLocalIso } from '@server/modules/deadlines'
import { type Booking, BookingModel } from '../booking.model'
import { findPlan } from './find-plan'

const MOST = 5000

/** The sessions in which somebody took part or which they led, and their working hours, for the export of their data. */
export const bookingsOfPerson = async (personId: string): Promise<unknown[]> => {
  const [taken, led] = await Promise.all(
    [{ partyIds: personId }, { 'mediator.id': personId }].map((filter) =>
      BookingModel.find(filter).sort({ _id: 1 }).limit(MOST).lean<Booking[]>(),
    ),
  )
  const sessions = [...(taken ?? []), ...(led ?? [])].map(({ _id, caseId, status, startsAt, endsAt, mode, venue }) => ({
    id: _id.toHexString(),
    caseId,
    status,
    startsAt: toLocalIso(startsAt),
    endsAt: toLocalIso(endsAt),
    mode,
    venue: venue?.name ?? null,
  }))
  return led?.length ? [...sessions, { workingPlan: await findPlan(personId) }] : sessions
}
