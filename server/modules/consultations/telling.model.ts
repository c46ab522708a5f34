import { model, type ObjectId } from '@server/platform/database'
import type { ConsultationMove } from '@shared/consultations/moves'
import { Schema } from 'mongoose'

/** People are being told of a step: many, so in batches, each noting how far it has come. */
export interface Telling {
  /** The event; whoever hears of it again is told nothing twice. */
  _id: string
  consultationId: ObjectId
  move: ConsultationMove
  at: Date
  /** Who took the step is not told of it. */
  byPersonId: string | null
  /** Which of the kinds of people is being told, and up to whom. */
  source: number
  after: string | null
}

const schema = new Schema<Telling>(
  {
    _id: { type: String, required: true },
    consultationId: { type: Schema.Types.ObjectId, required: true },
    move: { type: String, required: true },
    at: { type: Date, required: true },
    byPersonId: { type: String, default: null },
    source: { type: Number, required: true },
    after: { type: String, default: null },
  },
  { versionKey: false, collection: 'consultationTellings' },
)
schema.index({ at: 1 })

export const TellingModel = model<Telling>('ConsultationTelling', schema)
