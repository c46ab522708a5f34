import { model, type ObjectId } from '@server/platform/database'
import { type RequestMark, requestIndex, requestMarkFields } from '@server/platform/once'
import type { JoinWaiting, Speaker } from '@shared/mediation/schemas'
import { Schema } from 'mongoose'

/** A case that waits for a time of its mediator to fall free. */
export interface Waiting extends JoinWaiting {
  _id: ObjectId
  caseId: string
  mediatorId: string
  /** Who joined the list, and so decides about an offer. */
  by: Speaker
  since: Date
  /** Its place in the line: when it came, or when it last let an offer pass. */
  order: Date
  offer: { bookingId: string; startsAt: Date; until: Date } | null
  /** Times that were offered and not taken; they are not offered again. */
  refused: Date[]
  request?: RequestMark
}

const schema = new Schema<Waiting>(
  {
    caseId: { type: String, required: true },
    mediatorId: { type: String, required: true },
    by: { type: String, required: true },
    mode: { type: String, required: true },
    from: { type: String, default: undefined },
    to: { type: String, default: undefined },
    partOfDay: { type: String, required: true },
    since: { type: Date, required: true },
    order: { type: Date, required: true },
    offer: { type: Schema.Types.Mixed, default: null },
    refused: [Date],
    ...requestMarkFields,
  },
  { versionKey: false },
)
schema.index({ caseId: 1 }, { unique: true })
schema.index({ mediatorId: 1, order: 1, _id: 1 })
// Wishes whose last day has passed.
schema.index({ to: 1 }, { sparse: true })
schema.index(...requestIndex)

export const WaitingModel = model<Waiting>('Waiting', schema)
