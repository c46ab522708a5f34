import { type Case, loadCase } from '@server/modules/cases'
import type { Actor } from '@server/platform/actor'
import { clock } from '@server/platform/clock'
import { inTransaction } from '@server/platform/database'
import { Conflict, Forbidden } from '@server/platform/errors'
import { createOnce, markOf, type RequestMark } from '@server/platform/once'
import type { Relation } from '@shared/cases/words'
import { type CreateBooking, HOLD_MINUTES, type Speaker } from '@shared/mediation/schemas'
import { type Booking, BookingModel, wholeBooking } from '../booking.model'
import { isBookable, speakerOf } from '../bookings.policy'
import { newBooking } from '../new-booking'
import { toVenue, withPlace } from '../queries/find-place'
import { wantedSession } from '../queries/wanted-session'
import { heldBy } from '../snapshot'
import { PROBLEMS, SENTENCES } from '../texts'
import { insertBooking } from './insert-booking'
import { settleOffer } from './settle-offer'

const HOLD_MS = HOLD_MINUTES * 60_000

const findMade = async (mark: RequestMark): Promise<Booking | null> => {
  const made = await BookingModel.findOne({ 'request.by': mark.by, 'request.key': mark.key }).lean<Booking>()
  return made && wholeBooking(made)
}

interface Booker {
  actor: Actor
  relations: Relation[]
  doc: Case
  speaker: Speaker
  mediator: Booking['mediator']
  input: CreateBooking
  mark?: RequestMark
}

const book = async ({ actor, relations, doc, speaker, mediator, input, mark }: Booker): Promise<Booking> => {
  const { mode, venueId, hold = false } = input
  const { wanted, changeableUntil } = await wantedSession({
    doc,
    mediator,
    startsAt: new Date(input.startsAt),
    mode,
    venueId,
    except: heldBy(doc),
  })
  return withPlace(wanted, (room) =>
    inTransaction(async (session) => {
      const heldUntil = hold ? new Date(clock.ms() + HOLD_MS) : null
      const place = { ...wanted.span, changeableUntil, mode, venue: toVenue(room), mediator, partyIds: wanted.partyIds }
      const booking = newBooking({ doc, place: { ...place, buffers: wanted.buffers }, speaker, heldUntil, mark })
      const told = hold ? {} : { change: 'proposed' as const, text: SENTENCES.proposed(booking, booking.awaits) }
      await insertBooking({ booking, actor, relations, ...told, session })
      if (!hold) await settleOffer({ booking, outcome: 'taken', session })
      return booking
    }),
  )
}

/**
 * Books a session about a case, or only holds its place for five minutes. Who books proposes; everybody else who takes
 * part confirms. Of any number who try for the same time one gets it, the others get Conflict slot_taken.
 */
export const bookSession = async (options: { actor: Actor; caseId: string; input: CreateBooking; key?: string }) => {
  const { actor, caseId, input, key } = options
  const { doc, relations } = await loadCase({ actor, caseId })
  const speaker = speakerOf({ doc, actor, relations })
  if (!speaker) throw new Forbidden()
  const mark = markOf({ actorId: actor.accountId, call: 'bookings.create', key, body: { caseId, ...input } })
  const create = async (): Promise<Booking> => {
    const { owner } = doc
    if (!owner || !isBookable(doc)) throw new Conflict('move_not_allowed', PROBLEMS.noMediator)
    return book({ actor, relations, doc, speaker, mediator: { id: owner.id, name: owner.name }, input, mark })
  }
  const { value, created } = await createOnce({ mark, find: findMade, create, lookFirst: true })
  return { booking: value, doc, relations, created }
}
