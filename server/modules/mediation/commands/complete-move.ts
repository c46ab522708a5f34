import { findCase } from '@server/modules/cases'
import type { Actor } from '@server/platform/actor'
import { inTransaction, type Session } from '@server/platform/database'
import { Conflict } from '@server/platform/errors'
import type { Relation } from '@shared/cases/words'
import type { Booking, MovingTo } from '../booking.model'
import { keepPlaces, needsOf, without } from '../claims'
import { stillTheirs } from '../moving'
import { participantsOf } from '../participants'
import { activeBooking } from '../queries/find-booking'
import { SENTENCES } from '../texts'
import { writeBooking } from './change-booking'
import { releasePlaces } from './release-places'
import { movedTo } from './reschedule-booking'
import { tellCase } from './tell-case'

interface Completing {
  caseId: string
  actor: Actor | 'system'
  relations: readonly Relation[]
}

const swap = async (options: Completing & { booking: Booking; to: MovingTo; session: Session }): Promise<void> => {
  const { booking, to, caseId, actor, relations, session } = options
  const { claimId, until, by, reason, ...place } = to
  const takesPart = participantsOf(await findCase(caseId, session))
  // The colleague was not asked, whoever moved it.
  const awaits = takesPart.filter((one) => one !== by || one === 'owner')
  const next = await writeBooking(booking, movedTo(place, takesPart, awaits), session)
  const fresh = without(needsOf(place), needsOf(booking))
  const kept = await keepPlaces({ held: claimId, bookingId: booking._id, count: fresh.length, session })
  if (!kept) throw new Conflict('slot_taken')
  const freed = await releasePlaces({ booking, next: { places: needsOf(next), same: true }, session })
  const text = SENTENCES.rescheduledWith(next, place.mediator.name, reason)
  await tellCase({ booking: next, change: 'rescheduled', text, actor, relations, where: stillTheirs(next), freed, session })
}

/**
 * Second half of a move to a colleague, when the case has gone over: the claims beside become the booking's own. Does
 * nothing when it is done already. False when it cannot be done any more: the new place has lapsed, or the case has gone on.
 */
export const completeMove = async (options: Completing): Promise<boolean> => {
  const booking = await activeBooking(options.caseId)
  const to = booking?.moving
  if (!booking || !to) return true
  try {
    await inTransaction((session) => swap({ ...options, booking, to, session }))
    return true
  } catch (error) {
    if (!(error instanceof Conflict)) throw error
    // Somebody changed it at the same time, perhaps to finish the same move.
    return error.code === 'booking_already_moved' ? completeMove(options) : false
  }
}
