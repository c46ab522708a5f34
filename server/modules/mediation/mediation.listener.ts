import { ObjectId } from '@server/platform/database'
import type { DomainEvent, Listener } from '@server/platform/outbox'
import { alignBooking } from './commands/align-booking'
import { followCase } from './commands/follow-case'
import { freeBookings } from './commands/free-bookings'
import { offerPlace } from './commands/offer-place'

const casesOf = (events: DomainEvent[], types: readonly string[]): Set<string> =>
  new Set(events.flatMap(({ type, data }) => (types.includes(type) && typeof data.caseId === 'string' ? [data.caseId] : [])))

const JOINING = ['party.answered', 'party.quit', 'party.changed', 'party.revoked']

/**
 * A case that moved may have left the mediator with whom a session was booked, or be over; who takes part in one may have
 * changed; and a time that fell free is offered to those who wait.
 */
export const mediationListener: Listener = async (events) => {
  for (const caseId of casesOf(events, ['case.moved'])) {
    await freeBookings({ caseId })
    await followCase({ caseId })
  }
  for (const caseId of casesOf(events, JOINING)) await alignBooking({ caseId })
  for (const { type, data } of events) {
    if (type !== 'place.freed') continue
    const { mediatorId, startsAt, endsAt, reservation } = data
    const span = { startsAt: new Date(startsAt as Date), endsAt: new Date(endsAt as Date) }
    await offerPlace({ mediatorId: String(mediatorId), ...span, reservation: new ObjectId(String(reservation)) })
  }
}
