import { model, type ObjectId } from '@server/platform/database'
import { type RequestMark, requestIndex, requestMarkFields } from '@server/platform/once'
import type { AvoidanceBy, AvoidanceView } from '@shared/dispatch/schemas'
import { Schema } from 'mongoose'

/** Somebody wants a case to be taken from its mediator: a side, the mediator, or the service that has noticed a tie. */
export interface Avoidance {
  _id: ObjectId
  caseId: string
  regionCode: string
  by: AvoidanceBy
  /** Null: the service. */
  askedBy: string | null
  /** From whom; staff act in public office, so the name is kept here. */
  mediatorId: string
  mediatorName: string
  reason: string
  askedAt: Date
  state: AvoidanceView['state']
  /** Null with a decision: the service, because nothing is left to be decided. */
  decidedBy: string | null
  decidedAt: Date | null
  decision: string | null
  /** To whom it is to go; whoever fits best when missing. */
  assigneeId: string | null
  /** The parties and the mediator: dispatchers who are one of them do not see it in their list. */
  hiddenFrom: string[]
  /** The event that made the service ask, so that hearing of it twice asks once. */
  cause?: string
  request?: RequestMark
}

const schema = new Schema<Avoidance>(
  {
    caseId: { type: String, required: true },
    regionCode: { type: String, required: true },
    by: { type: String, required: true },
    askedBy: { type: String, default: null },
    mediatorId: { type: String, required: true },
    mediatorName: { type: String, required: true },
    reason: { type: String, required: true },
    askedAt: { type: Date, required: true },
    state: { type: String, required: true },
    decidedBy: { type: String, default: null },
    decidedAt: { type: Date, default: null },
    decision: { type: String, default: null },
    assigneeId: { type: String, default: null },
    hiddenFrom: [String],
    cause: { type: String, default: undefined },
    ...requestMarkFields,
  },
  { versionKey: false, collection: 'avoidances' },
)
// Each side has one request that is not decided.
schema.index({ caseId: 1, by: 1 }, { unique: true, name: 'oneOpen', partialFilterExpression: { state: 'open' } })
schema.index({ cause: 1 }, { unique: true, partialFilterExpression: { cause: { $exists: true } } })
schema.index({ caseId: 1, askedAt: -1, _id: -1 })
// The centre's list.
schema.index({ state: 1, askedAt: -1, _id: -1, regionCode: 1 })
schema.index(...requestIndex)

export const AvoidanceModel = model<Avoidance>('Avoidance', schema)
