import { loadCase } from '@server/modules/cases'
import type { Actor } from '@server/platform/actor'
import { clock } from '@server/platform/clock'
import { Conflict, Forbidden, InvalidInput } from '@server/platform/errors'
import type { BookingMove, MoveBooking } from '@shared/mediation/schemas'
import type { Booking } from '../booking.model'
import { isBookable, isMoveOf, maySetLink, speakerFor } from '../bookings.policy'
import { type Moving, movesNow } from '../moving'
import { findBooking } from '../queries/find-booking'
import { toSnapshot } from '../snapshot'
import { PROBLEMS, tooLate } from '../texts'
import { changeMediator } from './change-mediator'
import { confirmBooking } from './confirm-booking'
import { endBooking } from './end-booking'
import { rescheduleBooking } from './reschedule-booking'

const MOVES: Record<BookingMove, (moving: Moving) => Promise<Booking>> = {
  confirm: confirmBooking,
  decline: (moving) => endBooking(moving, 'decline'),
  cancel: (moving) => endBooking(moving, 'cancel'),
  reschedule: (moving) => {
    const { mediatorId } = moving.input
    return mediatorId === undefined || mediatorId === moving.booking.mediator.id ? rescheduleBooking(moving) : changeMediator(moving)
  },
  finish: (moving) => endBooking(moving, 'finish'),
  noShow: (moving) => endBooking(moving, 'noShow'),
}

const CHANGING: readonly BookingMove[] = ['cancel', 'reschedule']
const CONCLUDING: readonly BookingMove[] = ['finish', 'noShow']

/** Why it is not the time for a move, in words for who tried it. */
const whyNot = ({ booking, input: { move } }: Moving): string | undefined => {
  const now = clock.now()
  if (CHANGING.includes(move) && now > booking.changeableUntil) return tooLate(booking.changeableUntil)
  return CONCLUDING.includes(move) && now < booking.startsAt ? PROBLEMS.early : undefined
}

/** A confirmation says yes, or only adds a link, or repeats what was said already; whether it is in time is found out later. */
const mayTryConfirm = ({ booking, speaker, input }: Moving): boolean =>
  input.meetingUrl !== undefined || booking.agreed.includes(speaker) || (booking.status === 'held' && booking.awaits.includes(speaker))

const refuseInput = ({ booking, speaker, input }: Moving): void => {
  const { move, meetingUrl, reason, absent } = input
  if (meetingUrl !== undefined && !(move === 'confirm' && maySetLink(speaker, booking)))
    throw InvalidInput.field('meetingUrl', 'not_allowed', PROBLEMS.link)
  if (move === 'cancel' && reason === undefined) throw InvalidInput.field('reason', 'required', PROBLEMS.reason)
  const expected = booking.takesPart.filter((side) => !booking.awaits.includes(side))
  if (absent?.some((one) => one !== 'mediator' && !expected.includes(one)))
    throw InvalidInput.field('absent', 'not_expected', PROBLEMS.notExpected)
  if (move === 'noShow' && absent === undefined) throw InvalidInput.field('absent', 'required', PROBLEMS.absent)
}

const refuse = (moving: Moving): void => {
  const { booking, doc, speaker, input } = moving
  const { move } = input
  if (!isMoveOf(move, speaker)) throw new Forbidden()
  const lapsed = move === 'confirm' && !booking.active && booking.heldUntil !== null && booking.status === 'cancelled'
  if (lapsed) throw new Conflict('hold_expired')
  if (!booking.active) throw new Conflict('booking_already_moved')
  const possible = movesNow(moving).includes(move) || (move === 'confirm' && mayTryConfirm(moving))
  if (!possible) throw new Conflict('move_not_allowed', whyNot(moving))
  refuseInput(moving)
  if ((move === 'confirm' || move === 'reschedule') && !isBookable(doc)) throw new Conflict('move_not_allowed')
}

/** Takes a booking one step on: for a side that was asked, for either side, or for its mediator. */
export const moveBooking = async (options: { actor: Actor; bookingId: string; input: MoveBooking }) => {
  const { actor, bookingId, input } = options
  const booking = await findBooking(bookingId)
  const { doc, relations } = await loadCase({ actor, caseId: booking.caseId })
  const speaker = speakerFor({ booking: toSnapshot(booking), doc, actor, relations, now: clock.now() })
  if (!speaker) throw new Forbidden()
  const moving: Moving = { actor, doc, relations, booking, speaker, input }
  refuse(moving)
  return { booking: await MOVES[input.move](moving), doc, relations }
}
