import { BOOKING_STATUS_NAMES, type BookingView, type Speaker } from '@shared/mediation/schemas'
import { texts } from '../texts'

type Booking = Pick<BookingView, 'status' | 'waitsFor'>

/** For whom the owner would answer: the sides whose word is missing, when the owner's own is not. */
export const answersFor = ({ waitsFor }: Pick<Booking, 'waitsFor'>): Speaker[] => (waitsFor.includes('owner') ? [] : waitsFor)

/** How a session stands, as its mediator takes it; `mine` is false for who only looks on. */
export const standingOf = ({ status, waitsFor }: Booking, mine = true): string => {
  if (status === 'held') return texts.heldShort
  if (status !== 'proposed') return BOOKING_STATUS_NAMES[status]
  if (!waitsFor.includes('owner')) return texts.awaitsSides
  return mine ? texts.awaitsMe : texts.awaitsMediator
}
