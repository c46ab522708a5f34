import { type Case, findCases } from '@server/modules/cases'
import { clock } from '@server/platform/clock'
import { inTransaction, type ObjectId } from '@server/platform/database'
import { Conflict, InvalidInput } from '@server/platform/errors'
import type { Booking } from '../booking.model'
import { isBookable } from '../bookings.policy'
import { ClaimModel } from '../claim.model'
import { OFFER_MS } from '../holds'
import { newBooking } from '../new-booking'
import { participantsOf } from '../participants'
import { planSlots, type Span } from '../plan-slots'
import { toVenue, withPlace } from '../queries/find-place'
import { findPlan } from '../queries/find-plan'
import { wantedSession } from '../queries/wanted-session'
import { SENTENCES } from '../texts'
import { type Waiting, WaitingModel } from '../waiting.model'
import { fitsWish } from '../waiting.policy'
import { insertBooking } from './insert-booking'
import type { Freed } from './release-places'

const MOST_ASKED = 200
/** Less is no time to decide in: then the place is anybody's. */
const LEAST_MS = 5 * 60_000

/** Those who wait for this mediator and would have this time, in order. */
const candidates = async (mediatorId: string, slot: Span): Promise<Waiting[]> => {
  const waiting = await WaitingModel.find({ mediatorId, offer: null }).sort({ order: 1, _id: 1 }).limit(MOST_ASKED).lean<Waiting[]>()
  return waiting.filter((one) => fitsWish(one, slot.startsAt))
}

interface Offering {
  doc: Case
  waiting: Waiting
  mediator: Booking['mediator']
  slot: Span
  reservation: ObjectId
}

/** Holds the place for one who waits, if they still do: of several offers of one place one succeeds. */
const offer = async ({ doc, waiting, mediator, slot, reservation }: Offering): Promise<boolean> => {
  const { mode } = waiting
  // Who joined the line may have left the mediation since: then it is for a side that is still there.
  const there = participantsOf(doc)
  const by = there.includes(waiting.by) ? waiting.by : (there[0] ?? 'owner')
  const asked = { doc, mediator, startsAt: slot.startsAt, mode, except: [reservation] }
  const { wanted, changeableUntil, noticeBegins } = await wantedSession(asked)
  const until = new Date(Math.min(clock.ms() + OFFER_MS, noticeBegins.getTime()))
  if (until.getTime() - clock.ms() < LEAST_MS) return false
  await withPlace(wanted, (room) =>
    inTransaction(async (session) => {
      const place = { ...wanted.span, changeableUntil, mode, venue: toVenue(room), mediator, partyIds: wanted.partyIds }
      const booking = newBooking({ doc, place: { ...place, buffers: wanted.buffers }, speaker: by, heldUntil: until, offered: true })
      const kept = { bookingId: booking._id.toHexString(), startsAt: booking.startsAt, until }
      const { matchedCount } = await WaitingModel.updateOne({ _id: waiting._id, offer: null }, { $set: { offer: kept } }, { session })
      if (matchedCount === 0) throw new Conflict('already_exists')
      const told = { change: 'offered' as const, text: SENTENCES.offered(booking, until), actor: 'system' as const, relations: [] }
      await insertBooking({ booking, instead: reservation, ...told, session })
    }),
  )
  return true
}

/** Whether the place was offered to this one; a place or a person that does not fit after all passes it on. */
const tryOffer = async (options: Omit<Offering, 'doc' | 'mediator'>): Promise<boolean> => {
  const [doc] = await findCases([options.waiting.caseId])
  const { owner } = doc ?? {}
  if (!doc || !owner || !isBookable(doc) || owner.id !== options.waiting.mediatorId) return false
  try {
    return await offer({ ...options, doc, mediator: { id: owner.id, name: owner.name } })
  } catch (error) {
    if (error instanceof Conflict || error instanceof InvalidInput) return false
    throw error
  }
}

/**
 * Offers a mediator's time that fell free to whoever has waited longest and would have it, and keeps it for them for a
 * while. When nobody would, it is anybody's. Hearing of it twice does no harm: a place that is taken is not offered.
 */
export const offerPlace = async ({ mediatorId, startsAt, endsAt, reservation }: Freed): Promise<void> => {
  const slots = planSlots({ plan: await findPlan(mediatorId), from: startsAt, to: endsAt, now: clock.now() })
  for (const slot of slots)
    for (const waiting of await candidates(mediatorId, slot)) if (await tryOffer({ waiting, slot, reservation })) break
  await ClaimModel.deleteMany({ bookingId: reservation })
}
