import { model, type ObjectId } from '@server/platform/database'
import type { JUDICIAL_STATES } from '@shared/obligations/schemas'
import { Schema } from 'mongoose'

export type JudicialState = (typeof JUDICIAL_STATES)[number]

/** How judicial confirmation 司法确认 of an agreement stands. */
export interface Judicial {
  _id: ObjectId
  caseId: ObjectId
  /** The agreement. */
  agreementId: string
  state: JudicialState
  effectiveAt: Date
  /** The last day on which the court can be asked, YYYY-MM-DD. */
  lastDay: string
  court: string
  courtNumber: string
  /** Days before the last at which it is told next; 0: that it was missed. */
  step: number | null
  nextAt: Date | null
  /** The agreement was given up or replaced. */
  voidAt: Date | null
}

const schema = new Schema<Judicial>(
  {
    caseId: { type: Schema.Types.ObjectId, required: true },
    agreementId: { type: String, required: true },
    state: { type: String, required: true },
    effectiveAt: { type: Date, required: true },
    lastDay: { type: String, required: true },
    court: { type: String, required: true },
    courtNumber: { type: String, default: '' },
    step: { type: Number, default: null },
    nextAt: { type: Date, default: null },
    voidAt: { type: Date, default: null },
  },
  { versionKey: false, collection: 'judicialConfirmations' },
)
schema.index({ agreementId: 1 }, { unique: true })
schema.index({ caseId: 1, effectiveAt: -1 })
schema.index({ nextAt: 1, _id: 1 }, { partialFilterExpression: { state: 'open' } })

export const JudicialModel = model<Judicial>('JudicialConfirmation', schema)
