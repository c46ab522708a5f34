import { loadCase } from '@server/modules/cases'
import type { Actor } from '@server/platform/actor'
import { Conflict, Forbidden } from '@server/platform/errors'
import { speakerOf } from '../bookings.policy'
import { activeBooking } from '../queries/find-booking'
import { WaitingModel } from '../waiting.model'
import { changeBooking } from './change-booking'

/** Takes a case off the waiting list. What was offered to it goes to the next; done already, it changes nothing. */
export const leaveWaiting = async (options: { actor: Actor; caseId: string }): Promise<void> => {
  const { actor, caseId } = options
  const { doc, relations } = await loadCase({ actor, caseId })
  if (!speakerOf({ doc, actor, relations })) throw new Forbidden()
  await WaitingModel.deleteOne({ caseId })
  const booking = await activeBooking(caseId)
  if (!booking?.offered || booking.status !== 'held') return
  try {
    await changeBooking({ booking, patch: { status: 'cancelled', active: false, awaits: [] }, actor, relations })
  } catch (error) {
    // It was taken, or it lapsed, at the same moment.
    if (!(error instanceof Conflict)) throw error
  }
}
