import type { Case } from '@server/modules/cases'
import { clock } from '@server/platform/clock'
import { ObjectId } from '@server/platform/database'
import type { RequestMark } from '@server/platform/once'
import type { Speaker } from '@shared/mediation/schemas'
import type { Appointment, Booking } from './booking.model'
import { participantsOf } from './participants'
import { nextReminder } from './reminders'

/** A booking as somebody makes it: proposed to the others who take part, or, with `heldUntil`, kept for who makes it. */
export const newBooking = (options: {
  doc: Case
  place: Omit<Appointment, 'meetingUrl'>
  speaker: Speaker
  heldUntil: Date | null
  offered?: boolean
  mark?: RequestMark
}): Booking => {
  const { doc, place, speaker, heldUntil, offered = false, mark } = options
  const now = clock.now()
  const takesPart = participantsOf(doc)
  return {
    _id: new ObjectId(),
    caseId: doc._id.toHexString(),
    status: heldUntil ? 'held' : 'proposed',
    active: true,
    revision: 0,
    ...place,
    meetingUrl: null,
    awaits: heldUntil ? [speaker] : takesPart.filter((one) => one !== speaker),
    agreed: [],
    takesPart,
    heldUntil,
    offered,
    absent: [],
    moving: null,
    remindAt: heldUntil ? null : nextReminder(place.startsAt, now),
    createdAt: now,
    changedAt: now,
    ...(mark ? { request: mark } : {}),
  }
}
