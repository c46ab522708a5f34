import { type Case, loadCase } from '@server/modules/cases'
import type { Actor } from '@server/platform/actor'
import { clock } from '@server/platform/clock'
import { toObjectId } from '@server/platform/database'
import { Conflict, Forbidden, InvalidInput, NotFound } from '@server/platform/errors'
import type { Relation } from '@shared/cases/words'
import type { BookingMove, MoveBooking } from '@shared/mediation/schemas'
import { type Booking, BookingModel } from '../booking.model'
import { bookingMoves, isBookable, isMoveOf, maySetLink, type Speaker, speakerFor } from '../bookings.policy'
import { toVenue, withPlace } from '../queries/find-place'
import { wantedSession } from '../queries/wanted-session'
import { isOnBehalf, toSnapshot } from '../snapshot'
import { type Change, PROBLEMS, SENTENCES } from '../texts'
import { type BookingChange, changeBooking } from './change-booking'

interface Moving {
  actor: Actor
  doc: Case
  relations: Relation[]
  booking: Booking
  speaker: Speaker
  input: MoveBooking
}

const asked = ({ booking, actor, relations }: Moving): Pick<BookingChange, 'booking' | 'actor' | 'relations'> => ({
  booking,
  actor,
  relations,
})

const stillTheirs = (booking: Booking) => ({ open: true, 'owner.id': booking.mediator.id })

const confirm = async (moving: Moving): Promise<Booking> => {
  const { booking, speaker, input } = moving
  const link = input.meetingUrl === undefined ? {} : { meetingUrl: input.meetingUrl }
  const where = stillTheirs(booking)
  // A link that comes with nothing to confirm only adds the link.
  if (!canNow(moving).includes('confirm'))
    return changeBooking({ ...asked(moving), patch: link, change: 'linked', text: SENTENCES.linked(booking), where })
  const sentence = booking.awaits === speaker ? SENTENCES.confirmed : SENTENCES.confirmedByPhone
  const patch = { status: 'confirmed', awaits: null, ...link } as const
  return changeBooking({ ...asked(moving), patch, change: 'confirmed', text: sentence(booking), where })
}

const end =
  (status: Booking['status'], change: Extract<Change, 'declined' | 'cancelled' | 'done' | 'noShow'>) =>
  (moving: Moving): Promise<Booking> =>
    changeBooking({
      ...asked(moving),
      patch: { status, active: false, awaits: null },
      change,
      text: SENTENCES[change](moving.booking, moving.input.reason),
    })

const reschedule = async (moving: Moving): Promise<Booking> => {
  const { booking, doc, speaker, input } = moving
  if (input.startsAt === undefined) throw InvalidInput.field('startsAt', 'required', PROBLEMS.time)
  const mode = input.mode ?? booking.mode
  const { wanted, changeableUntil } = await wantedSession({
    doc,
    mediatorId: booking.mediator.id,
    startsAt: new Date(input.startsAt),
    mode,
    venueId: input.venueId ?? (mode === booking.mode ? booking.venue?.id : undefined),
    except: booking._id,
  })
  return withPlace(wanted, (room) => {
    const place = { mode, venue: toVenue(room), partyIds: wanted.partyIds, meetingUrl: mode === 'video' ? booking.meetingUrl : null }
    const awaits = speaker === 'owner' ? ('applicant' as const) : ('owner' as const)
    const patch = { status: 'proposed' as const, awaits, ...wanted.span, changeableUntil, ...place }
    const text = SENTENCES.rescheduled({ ...booking, ...patch }, input.reason)
    return changeBooking({ ...asked(moving), patch, change: 'rescheduled', text, where: stillTheirs(booking) })
  })
}

const MOVES: Record<BookingMove, (moving: Moving) => Promise<Booking>> = {
  confirm,
  decline: end('cancelled', 'declined'),
  cancel: end('cancelled', 'cancelled'),
  reschedule,
  finish: end('done', 'done'),
  noShow: end('noShow', 'noShow'),
}

const canNow = ({ booking, actor, relations, doc }: Moving): BookingMove[] =>
  bookingMoves({ booking: toSnapshot(booking), actor, relations, onBehalf: isOnBehalf(doc), now: clock.now() })

const CHANGING: readonly BookingMove[] = ['cancel', 'reschedule']

const refuse = (moving: Moving): void => {
  const { booking, doc, speaker, input } = moving
  const { move, meetingUrl } = input
  if (!isMoveOf(move, speaker)) throw new Forbidden()
  if (!booking.active) throw new Conflict('booking_already_moved')
  const linking = move === 'confirm' && meetingUrl !== undefined
  if (meetingUrl !== undefined && !(linking && maySetLink(speaker, booking)))
    throw InvalidInput.field('meetingUrl', 'not_allowed', PROBLEMS.link)
  if (!canNow(moving).includes(move) && !linking)
    throw new Conflict('move_not_allowed', CHANGING.includes(move) ? PROBLEMS.late : undefined)
  if ((move === 'confirm' || move === 'reschedule') && !isBookable(doc)) throw new Conflict('move_not_allowed')
  if (move === 'cancel' && input.reason === undefined) throw InvalidInput.field('reason', 'required', PROBLEMS.reason)
}

/** Takes a booking one step on: for the side that was asked, for either side, or for its mediator. */
export const moveBooking = async (options: { actor: Actor; bookingId: string; input: MoveBooking }) => {
  const { actor, bookingId, input } = options
  const _id = toObjectId(bookingId)
  const booking = _id && (await BookingModel.findById(_id).lean<Booking>())
  if (!booking) throw new NotFound()
  const { doc, relations } = await loadCase({ actor, caseId: booking.caseId })
  const speaker = speakerFor({ booking: toSnapshot(booking), actor, relations })
  if (!speaker) throw new Forbidden()
  const moving = { actor, doc, relations, booking, speaker, input }
  refuse(moving)
  return { booking: await MOVES[input.move](moving), doc, relations }
}
