import type { BookingSnapshot } from '@server/modules/cases'
import { model, type ObjectId } from '@server/platform/database'
import { type RequestMark, requestIndex, requestMarkFields } from '@server/platform/once'
import type { BookingStatus, Mode } from '@shared/mediation/schemas'
import { Schema } from 'mongoose'

/** A session that was agreed on or proposed. Written under its revision only, so that of two at once one wins. */
export interface Booking {
  _id: ObjectId
  caseId: string
  status: BookingStatus
  /** Whether it still stands: then it holds its claims, and its case can have no other. */
  active: boolean
  revision: number
  startsAt: Date
  endsAt: Date
  /** Until then both sides may still cancel or move it. */
  changeableUntil: Date
  mode: Mode
  venue: { id: string; name: string; address: string; room: string; roomId: string } | null
  mediator: { id: string; name: string }
  meetingUrl: string | null
  awaits: BookingSnapshot['awaits']
  /** Whose time it takes, besides the mediator's. */
  partyIds: string[]
  createdAt: Date
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
    awaits: { type: String, default: null },
    partyIds: [String],
    createdAt: { type: Date, required: true },
    ...requestMarkFields,
  },
  { versionKey: false },
)
schema.index({ caseId: 1 }, { unique: true, partialFilterExpression: { active: true } })
schema.index({ 'mediator.id': 1, startsAt: 1 })
schema.index({ partyIds: 1 })
schema.index(...requestIndex)

export const BookingModel = model<Booking>('Booking', schema)
