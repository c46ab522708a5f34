import { model, type ObjectId } from '@server/platform/database'
import { type RequestMark, requestIndex, requestMarkFields } from '@server/platform/once'
import type { ABSENT, BookingStatus, Mode, Speaker } from '@shared/mediation/schemas'
import { Schema } from 'mongoose'

export type Absent = (typeof ABSENT)[number]
/** Time that the mediator keeps free around a session, minutes; both are claimed for the mediator alone. */
export interface Buffers {
  before: number
  after: number
}
export interface BookedRoom {
  id: string
  name: string
  address: string
  room: string
  roomId: string
}
/** When, where and with whom a session is. */
export interface Appointment {
  startsAt: Date
  endsAt: Date
  /** Until then both sides may still cancel or move it. */
  changeableUntil: Date
  mode: Mode
  venue: BookedRoom | null
  mediator: { id: string; name: string }
  meetingUrl: string | null
  /** Whose time it takes, besides the mediator's. */
  partyIds: string[]
  buffers: Buffers
}
/** A move to a colleague, between the moment in which the new place was claimed and that in which the case went over. */
export interface MovingTo extends Appointment {
  /** Under which the new claims are kept until `until`. */
  claimId: ObjectId
  until: Date
  by: Speaker
  reason?: string
}

/** A session that was agreed on or proposed. Written under its revision only, so that of two at once one wins. */
export interface Booking extends Appointment {
  _id: ObjectId
  caseId: string
  status: BookingStatus
  /** Whether it still stands: then it holds its claims, and its case can have no other. */
  active: boolean
  revision: number
  /** Who still has to say yes; of a held one, for whom it is held. */
  awaits: Speaker[]
  /** Who has said yes since it was last changed: to say it again changes nothing. */
  agreed: Speaker[]
  /** Who takes part in it. Whoever joins the case later is asked, too. */
  takesPart: Speaker[]
  /** Only kept until then, for somebody to decide; null once it was proposed. */
  heldUntil: Date | null
  /** It fell free and was offered to a case that waited. */
  offered: boolean
  absent: Absent[]
  moving: MovingTo | null
  /** When somebody has to be reminded of it next. */
  remindAt: Date | null
  createdAt: Date
  changedAt: Date
  request?: RequestMark
}

const Mixed = Schema.Types.Mixed
const schema = new Schema<Booking>(
  {
    caseId: { type: String, required: true },
    status: { type: String, required: true },
    active: { type: Boolean, required: true },
    revision: { type: Number, required: true },
    startsAt: { type: Date, required: true },
    endsAt: { type: Date, required: true },
    changeableUntil: { type: Date, required: true },
    mode: { type: String, required: true },
    venue: { type: Mixed, default: null },
    mediator: { type: Mixed, required: true },
    meetingUrl: { type: String, default: null },
    awaits: [String],
    agreed: [String],
    takesPart: [String],
    heldUntil: { type: Date, default: null },
    offered: { type: Boolean, default: false },
    absent: [String],
    moving: { type: Mixed, default: null },
    remindAt: { type: Date, default: null },
    buffers: { type: Mixed, required: true },
    partyIds: [String],
    createdAt: { type: Date, required: true },
    changedAt: { type: Date, required: true },
    ...requestMarkFields,
  },
  { versionKey: false },
)
schema.index({ caseId: 1 }, { unique: true, partialFilterExpression: { active: true } })
schema.index({ caseId: 1, startsAt: -1 })
schema.index({ 'mediator.id': 1, startsAt: 1 })
schema.index({ partyIds: 1 })
// Holds that may be over, and sessions of which somebody has to be reminded.
schema.index({ heldUntil: 1 }, { partialFilterExpression: { status: 'held' } })
schema.index({ remindAt: 1 }, { partialFilterExpression: { active: true } })
schema.index(...requestIndex)

export const BookingModel = model<Booking>('Booking', schema)

/** What bookings lacked that were written before there were several to wait for, holds and buffers. */
const LACKING = { agreed: [], heldUntil: null, offered: false, absent: [], moving: null, remindAt: null, buffers: { before: 0, after: 0 } }

/** A booking as it is now, of one that may have been stored by an older version. */
export const wholeBooking = (stored: Booking): Booking => {
  const awaits = [(stored.awaits as Speaker | Speaker[] | null) ?? []].flat()
  const takesPart = stored.takesPart ?? ['applicant', ...(awaits.includes('respondent') ? (['respondent'] as const) : []), 'owner']
  return { ...LACKING, ...stored, changedAt: stored.changedAt ?? stored.createdAt, takesPart, awaits }
}
