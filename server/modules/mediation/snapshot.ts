import type { BookingSnapshot, Case } from '@server/modules/cases'
import type { Booking } from './booking.model'

/** A session as its case keeps it: enough to show it and to say what one can do, without asking for more. */
export interface Changeable extends BookingSnapshot {
  changeableUntil: Date
}

export const toSnapshot = (booking: Booking): Changeable => {
  const { status, startsAt, endsAt, changeableUntil, mode, mediator, meetingUrl, awaits } = booking
  const venue = booking.venue && {
    id: booking.venue.id,
    name: booking.venue.name,
    address: booking.venue.address,
    room: booking.venue.room,
  }
  return { id: booking._id.toHexString(), status, startsAt, endsAt, changeableUntil, mode, venue, mediator, meetingUrl, awaits }
}

/** What a case keeps of its latest session. */
export const snapshotOf = (doc: Pick<Case, 'booking'>): Changeable | null => {
  const { booking } = doc
  return booking && { changeableUntil: booking.startsAt, ...booking }
}

/** Whether the applicant is somebody for whom another person filed. */
export const isOnBehalf = ({ parties, filedBy }: Pick<Case, 'parties' | 'filedBy'>): boolean =>
  !parties.some((party) => party.side === 'applicant' && party.personId === filedBy)
