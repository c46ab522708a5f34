import { moveCase } from '@server/modules/cases'
import { clock } from '@server/platform/clock'
import { inTransaction, ObjectId } from '@server/platform/database'
import { Conflict, InvalidInput } from '@server/platform/errors'
import { targetOf } from '@shared/cases/moves'
import type { Appointment, Booking, MovingTo } from '../booking.model'
import { freePlaces, needsOf, takePlaces, without } from '../claims'
import type { Moving } from '../moving'
import { findBooking } from '../queries/find-booking'
import { mediationSettings } from '../settings'
import { handOver, PROBLEMS } from '../texts'
import { writeBooking } from './change-booking'
import { completeMove } from './complete-move'
import { withNewPlace } from './reschedule-booking'

/** How long the new place is kept while the case goes over. */
const KEPT_MS = 2 * 60_000

/** Claims the new place beside the old one, under an id of its own and for a short time. */
const claimBeside = (moving: Moving, place: Appointment): Promise<Booking> => {
  const { booking, speaker, input } = moving
  const until = new Date(clock.ms() + KEPT_MS)
  const to: MovingTo = { ...place, claimId: new ObjectId(), until, by: speaker, ...(input.reason ? { reason: input.reason } : {}) }
  return inTransaction(async (session) => {
    const next = await writeBooking(booking, { moving: to }, session)
    if (booking.moving) await freePlaces({ bookingId: booking.moving.claimId, session })
    await takePlaces({ places: without(needsOf(to), needsOf(booking)), bookingId: to.claimId, until, session })
    return next
  })
}

const giveUp = (booking: Booking): Promise<void> =>
  inTransaction(async (session) => {
    if (booking.moving) await freePlaces({ bookingId: booking.moving.claimId, session })
    await writeBooking(booking, { moving: null }, session)
  }).catch((error: unknown) => {
    // Somebody changed it meanwhile: what was claimed beside lapses by itself.
    if (!(error instanceof Conflict)) throw error
  })

const findColleague = async ({ doc, input }: Moving): Promise<Appointment['mediator']> => {
  const colleague = (await mediationSettings().colleagues({ doc })).find((one) => one.id === input.mediatorId)
  if (!colleague) throw InvalidInput.field('mediatorId', 'unknown_mediator', PROBLEMS.unknownMediator)
  return { id: colleague.id, name: colleague.name }
}

/**
 * First half of a move to a colleague: the new place is claimed beside the old one. Killed here, the service leaves a
 * claim that lapses, and nothing has changed.
 */
export const prepareMove = async (moving: Moving): Promise<Booking> => {
  const { kind, status, before } = moving.doc
  if (targetOf({ move: 'transfer', kind, status, before }) === undefined) throw new Conflict('move_not_allowed')
  const colleague = await findColleague(moving)
  return withNewPlace(moving, colleague, (place) => claimBeside(moving, place))
}

/**
 * Moves a session to a colleague, to whom the case goes with it. Once the case has gone over, the listener that hears of
 * it finishes what is missing, so that both agree in the end even when this process is killed in between.
 */
export const changeMediator = async (moving: Moving): Promise<Booking> => {
  const { doc, actor, relations, input } = moving
  const prepared = await prepareMove(moving)
  const { moving: to } = prepared
  if (!to) return prepared
  const reason = handOver(to, input.reason)
  try {
    const transfer = { move: 'transfer' as const, revision: doc.revision, reason, assigneeId: to.mediator.id }
    await moveCase({ actor: 'system', caseId: prepared.caseId, input: transfer })
  } catch (error) {
    await giveUp(prepared)
    throw error
  }
  await completeMove({ caseId: prepared.caseId, actor, relations })
  return findBooking(prepared._id.toHexString())
}
