import type { Listener } from '@server/platform/outbox'
import { freeBookings } from './commands/free-bookings'

/** A case that moved may have left the mediator with whom a session was booked, or be over. */
export const mediationListener: Listener = async (events) => {
  const moved = events.flatMap(({ type, data }) => (type === 'case.moved' && typeof data.caseId === 'string' ? [data.caseId] : []))
  for (const caseId of new Set(moved)) await freeBookings({ caseId })
}
