import type { BookingSnapshot, Case } from '@server/modules/cases'
import { type ObjectId, toObjectId } from '@server/platform/database'
import type { Speaker } from '@shared/mediation/schemas'
import type { Booking } from './booking.model'

/** A session as its case keeps it: enough to show it and to say what one can do, without asking for more. */
export interface Changeable extends BookingSnapshot {
  changeableUntil: Date
}

export const toSnapshot = (booking: Booking): Changeable => {
  const { status, startsAt, endsAt, changeableUntil, mode, mediator, meetingUrl, awaits, heldUntil, absent } = booking
  const venue = booking.venue && {
    id: booking.venue.id,
    name: booking.venue.name,
    address: booking.venue.address,
    room: booking.venue.room,
  }
  const id = booking._id.toHexString()
  return { id, status, startsAt, endsAt, changeableUntil, mode, venue, mediator, meetingUrl, awaits, heldUntil, absent }
}

/** What a case keeps of its latest session. */
export const snapshotOf = (doc: Pick<Case, 'booking'>): Changeable | null => {
  const { booking } = doc
  return booking && { changeableUntil: booking.startsAt, ...booking }
}

/** Who still has to say yes, also of what was written when it could be only one. */
export const awaitedOf = ({ awaits }: Pick<BookingSnapshot, 'awaits'>): Speaker[] => [awaits ?? []].flat()

/** What a case only holds, as an exception: it gives way to what the case books. */
export const heldBy = ({ booking }: Pick<Case, 'booking'>): ObjectId[] => {
  const id = booking?.status === 'held' ? toObjectId(booking.id) : undefined
  return id ? [id] : []
}
