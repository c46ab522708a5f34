import { clock } from '@server/platform/clock'
import { ObjectId, type Session } from '@server/platform/database'
import { type DomainEvent, newEvent } from '@server/platform/outbox'
import type { Booking } from '../booking.model'
import { ClaimModel } from '../claim.model'
import { freePlaces, needsOf, type Place, personResource, wherePlaces, without } from '../claims'
import { WaitingModel } from '../waiting.model'

/** How long a freed time is kept from passers-by until it was offered to those who wait. */
const RESERVED_MS = 60_000

/** A mediator's time that fell free while somebody waits; kept under an id of its own until it is offered. */
export interface Freed {
  mediatorId: string
  startsAt: Date
  endsAt: Date
  reservation: ObjectId
}

/** Told with the case whose booking gave the time back; only mediation listens to it. */
export const freedEvent = (caseId: string, freed: Freed): DomainEvent =>
  newEvent('place.freed', { ...freed, caseId, reservation: freed.reservation.toHexString() })

/**
 * Gives back what a booking holds. `next` is what follows it: the same booking elsewhere keeps what it still needs, and
 * what another booking of the case is about to take is not offered to others.
 */
export const releasePlaces = async (options: {
  booking: Booking
  next?: { places: Place[]; same: boolean }
  session: Session
}): Promise<Freed | undefined> => {
  const { booking, next, session } = options
  const { _id, mediator, startsAt, endsAt } = booking
  const spare = next ? without(needsOf(booking), next.places) : needsOf(booking)
  const own = spare.filter(({ resource }) => resource === personResource(mediator.id))
  const now = clock.now()
  const wanted = own.length > 0 && startsAt > now && (await WaitingModel.exists({ mediatorId: mediator.id, offer: null }).session(session))
  const reservation = new ObjectId()
  if (wanted) {
    const until = new Date(now.getTime() + RESERVED_MS)
    await ClaimModel.updateMany({ bookingId: _id, $or: wherePlaces(own) }, { $set: { bookingId: reservation, until } }, { session })
  }
  await freePlaces({ bookingId: _id, places: next?.same ? spare : undefined, session })
  return wanted ? { mediatorId: mediator.id, startsAt, endsAt, reservation } : undefined
}
