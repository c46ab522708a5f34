import { clock } from '@server/platform/clock'
import { Conflict } from '@server/platform/errors'
import type { Booking } from '../booking.model'
import { answersOf } from '../bookings.policy'
import { isOver } from '../holds'
import { type Moving, movesNow, stillTheirs } from '../moving'
import { participantsOf } from '../participants'
import { findBooking } from '../queries/find-booking'
import { nextReminder } from '../reminders'
import { toSnapshot } from '../snapshot'
import { SENTENCES } from '../texts'
import { type BookingChange, changeBooking } from './change-booking'
import { endHold } from './end-hold'
import { settleOffer } from './settle-offer'

const TRIES = 8

type Change = Omit<BookingChange, 'booking' | 'actor' | 'relations' | 'where'>

/** What was held becomes a proposal, to which the others have to say yes. */
const propose = ({ booking, doc, speaker }: Moving): Change => {
  const takesPart = participantsOf(doc)
  const awaits = takesPart.filter((one) => one !== speaker && !booking.awaits.includes(one))
  return {
    patch: {
      status: 'proposed',
      heldUntil: null,
      takesPart,
      awaits,
      agreed: [speaker],
      remindAt: nextReminder(booking.startsAt, clock.now()),
    },
    change: 'proposed',
    text: SENTENCES.proposed(booking, awaits),
    alongside: (session) => settleOffer({ booking, outcome: 'taken', session }),
  }
}

/** One more says yes; the last of them settles it. */
const agree = ({ booking, doc, speaker, input }: Moving): Change => {
  const answered = answersOf(speaker, { booking: toSnapshot(booking), doc })
  const awaits = booking.awaits.filter((one) => !answered.includes(one))
  const patch = {
    awaits,
    agreed: [...booking.agreed, speaker],
    ...(input.meetingUrl === undefined ? {} : { meetingUrl: input.meetingUrl }),
  }
  if (awaits.length > 0) return { patch, change: 'agreed', text: SENTENCES.agreed(booking, answered, awaits) }
  const sentence = answered.every((one) => one === speaker) ? SENTENCES.confirmed : SENTENCES.confirmedByPhone
  return { patch: { ...patch, status: 'confirmed' }, change: 'confirmed', text: sentence(booking) }
}

/** A link that comes with nothing to confirm only adds the link. */
const link = ({ booking, input }: Moving): Change => ({
  patch: { meetingUrl: input.meetingUrl },
  change: 'linked',
  text: SENTENCES.linked(booking),
})

const changeFor = (moving: Moving): Change => {
  if (!movesNow(moving).includes('confirm')) return link(moving)
  return moving.booking.status === 'held' ? propose(moving) : agree(moving)
}

const confirmOnce = async (moving: Moving): Promise<Booking> => {
  const { booking, actor, relations, speaker, input } = moving
  if (booking.status === 'held' && booking.heldUntil && isOver(booking.heldUntil, clock.now())) {
    await endHold({ booking })
    throw new Conflict('hold_expired')
  }
  // Who says yes twice changes nothing.
  if (booking.agreed.includes(speaker) && !movesNow(moving).includes('confirm') && input.meetingUrl === undefined) return booking
  return changeBooking({ booking, actor, relations, where: stillTheirs(booking), ...changeFor(moving) })
}

const isSame = (one: Booking, other: Booking): boolean =>
  other.active &&
  one.startsAt.getTime() === other.startsAt.getTime() &&
  one.mode === other.mode &&
  one.venue?.roomId === other.venue?.roomId &&
  one.mediator.id === other.mediator.id

/**
 * Says yes to a session. When everybody has, it is confirmed. Of several who say yes at once each is heard; but nobody's
 * yes counts for another time or place than the one they saw.
 */
export const confirmBooking = async (moving: Moving): Promise<Booking> => {
  let { booking } = moving
  for (let tries = 1; ; tries += 1) {
    try {
      return await confirmOnce({ ...moving, booking })
    } catch (error) {
      const overtaken = error instanceof Conflict && error.code === 'booking_already_moved'
      const now = overtaken && tries < TRIES ? await findBooking(booking._id.toHexString()) : undefined
      if (!now || !isSame(booking, now)) throw error
      booking = now
    }
  }
}
