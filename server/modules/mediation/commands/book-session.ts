import { type Case, loadCase } from '@server/modules/cases'
import type { Actor } from '@server/platform/actor'
import { clock } from '@server/platform/clock'
import { inTransaction, isDuplicate, ObjectId, type Session } from '@server/platform/database'
import { AppError, Conflict, Forbidden } from '@server/platform/errors'
import { markOf, type RequestMark } from '@server/platform/once'
import type { Relation } from '@shared/cases/words'
import type { CreateBooking } from '@shared/mediation/schemas'
import { type Booking, BookingModel } from '../booking.model'
import { isBookable, speakerOf } from '../bookings.policy'
import { freeClaims, takeClaims } from '../claims'
import { toVenue, withPlace } from '../queries/find-place'
import { wantedSession } from '../queries/wanted-session'
import { PROBLEMS, SENTENCES } from '../texts'
import { tellCase } from './tell-case'

/** What an earlier request with the same key made. */
const madeBefore = async (mark: RequestMark | undefined): Promise<Booking | undefined> => {
  if (!mark) return undefined
  const made = await BookingModel.findOne({ 'request.by': mark.by, 'request.key': mark.key }).lean<Booking>()
  if (made && made.request?.hash !== mark.hash) throw new AppError(422, 'idempotency_mismatch')
  return made ?? undefined
}

const insert = async (booking: Booking, session: Session): Promise<void> => {
  // A session that has passed, though nobody recorded how, is no hindrance to the next.
  const passed = await BookingModel.findOneAndUpdate(
    { caseId: booking.caseId, active: true, endsAt: { $lte: booking.createdAt } },
    { $set: { active: false }, $inc: { revision: 1 } },
    { session },
  ).lean<Booking>()
  if (passed) await freeClaims({ bookingId: passed._id, session })
  try {
    await BookingModel.collection.insertOne(booking as never, { session })
  } catch (error) {
    if (isDuplicate(error, 'caseId')) throw new Conflict('already_exists', PROBLEMS.otherBooking)
    throw isDuplicate(error, 'request.key') ? new Conflict('conflict') : error
  }
}

interface Booker {
  actor: Actor
  relations: Relation[]
  doc: Case
}

const book = async (options: Booker & { mediator: Booking['mediator']; input: CreateBooking; mark?: RequestMark }): Promise<Booking> => {
  const { actor, relations, doc, mediator, input, mark } = options
  const { mode, venueId } = input
  const startsAt = new Date(input.startsAt)
  const { wanted, changeableUntil } = await wantedSession({ doc, mediatorId: mediator.id, startsAt, mode, venueId })
  return withPlace(wanted, (room) =>
    inTransaction(async (session) => {
      const booking: Booking = {
        _id: new ObjectId(),
        caseId: doc._id.toHexString(),
        status: 'proposed',
        active: true,
        revision: 0,
        ...wanted.span,
        changeableUntil,
        mode,
        venue: toVenue(room),
        mediator,
        meetingUrl: null,
        awaits: speakerOf(relations) === 'owner' ? 'applicant' : 'owner',
        partyIds: wanted.partyIds,
        createdAt: clock.now(),
        ...(mark ? { request: mark } : {}),
      }
      await takeClaims({ booking, session })
      await insert(booking, session)
      // The case may have gone to somebody else meanwhile.
      const where = { open: true, 'owner.id': mediator.id }
      await tellCase({ booking, change: 'proposed', text: SENTENCES.proposed(booking), actor, relations, where, session })
      return booking
    }),
  )
}

/**
 * Books a session about a case. Who books proposes; the other side confirms. Of any number who try for the same time
 * one gets it, the others get Conflict slot_taken.
 */
export const bookSession = async (options: { actor: Actor; caseId: string; input: CreateBooking; key?: string }) => {
  const { actor, caseId, input, key } = options
  const { doc, relations } = await loadCase({ actor, caseId })
  if (!speakerOf(relations)) throw new Forbidden()
  const mark = markOf({ actorId: actor.accountId, call: 'bookings.create', key, body: { caseId, ...input } })
  const before = await madeBefore(mark)
  if (before) return { booking: before, doc, relations, created: false }
  const { owner } = doc
  if (!owner || !isBookable(doc)) throw new Conflict('move_not_allowed', PROBLEMS.noMediator)
  try {
    const booking = await book({ actor, relations, doc, mediator: { id: owner.id, name: owner.name }, input, mark })
    return { booking, doc, relations, created: true }
  } catch (error) {
    // The same request, sent twice at once: the other one won.
    const twin = error instanceof Conflict ? await madeBefore(mark) : undefined
    if (!twin) throw error
    return { booking: twin, doc, relations, created: false }
  }
}
