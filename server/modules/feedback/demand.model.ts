import type { Side } from '@server/modules/cases'
import { model, type ObjectId } from '@server/platform/database'
import { type RequestMark, requestIndex, requestMarkFields } from '@server/platform/once'
import { Schema } from 'mongoose'

/** Staff act in public office: their names are kept. */
interface Staff {
  personId: string
  name: string
}

/** A demand that nobody could have met, as its handler says: the centre judges it apart from satisfaction. */
export interface Demand {
  _id: ObjectId
  caseId: ObjectId
  /** The case's round of handling. */
  caseRound: number
  regionCode: string
  side: Side
  what: string
  why: string
  raisedBy: Staff
  raisedAt: Date
  state: 'open' | 'unreasonable' | 'reasonable'
  judgedBy: Staff | null
  judgedAt: Date | null
  judgement: string | null
  /** Parties and handler: a dispatcher who is one of them does not judge it. */
  hiddenFrom: string[]
  request?: RequestMark
}

const Mixed = Schema.Types.Mixed
const schema = new Schema<Demand>(
  {
    caseId: { type: Schema.Types.ObjectId, required: true },
    caseRound: { type: Number, required: true },
    regionCode: { type: String, required: true },
    side: { type: String, required: true },
    what: { type: String, required: true },
    why: { type: String, required: true },
    raisedBy: { type: Mixed, required: true },
    raisedAt: { type: Date, required: true },
    state: { type: String, required: true },
    judgedBy: { type: Mixed, default: null },
    judgedAt: { type: Date, default: null },
    judgement: { type: String, default: null },
    hiddenFrom: [String],
    ...requestMarkFields,
  },
  { versionKey: false, collection: 'demands' },
)
// One at a time for each side.
schema.index({ caseId: 1, side: 1 }, { name: 'oneOpen', unique: true, partialFilterExpression: { state: 'open' } })
schema.index({ caseId: 1, raisedAt: -1 })
schema.index({ state: 1, raisedAt: -1, _id: -1, regionCode: 1 })
schema.index(...requestIndex)

export const DemandModel = model<Demand>('Demand', schema)
