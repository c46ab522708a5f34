import type { BookingMove } from '@shared/mediation/schemas'
import type { Booking } from '../booking.model'
import type { Moving } from '../moving'
import { SENTENCES } from '../texts'
import { type BookingChange, changeBooking } from './change-booking'
import { settleOffer } from './settle-offer'

type Ending = Exclude<BookingMove, 'confirm' | 'reschedule'>
type Change = Pick<BookingChange, 'patch' | 'change' | 'text'>

const over = { active: false, awaits: [], remindAt: null } satisfies BookingChange['patch']

const ENDINGS: Record<Ending, (moving: Moving) => Change> = {
  decline: ({ booking, input: { reason } }) => ({
    patch: { ...over, status: 'cancelled' },
    // What was only held goes without a word: nobody else was told of it.
    ...(booking.status === 'held' ? {} : { change: 'declined', text: SENTENCES.declined(booking, reason) }),
  }),
  cancel: ({ booking, input: { reason } }) => ({
    patch: { ...over, status: 'cancelled' },
    change: 'cancelled',
    text: SENTENCES.cancelled(booking, reason),
  }),
  finish: ({ booking }) => ({ patch: { ...over, status: 'done' }, change: 'done', text: SENTENCES.done(booking) }),
  noShow: ({ booking, input: { reason, absent = [] } }) => ({
    patch: { ...over, status: 'noShow', absent: [...new Set(absent)] },
    change: 'noShow',
    text: SENTENCES.noShow(booking, absent, reason),
  }),
}

/** Ends a session: declined, cancelled, held, or with somebody missing. What it took is free again. */
export const endBooking = (moving: Moving, how: Ending): Promise<Booking> => {
  const { booking, actor, relations } = moving
  return changeBooking({
    booking,
    actor,
    relations,
    ...ENDINGS[how](moving),
    alongside: (session) => settleOffer({ booking, outcome: 'declined', session }),
  })
}
