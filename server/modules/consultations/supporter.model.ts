import { model, type ObjectId } from '@server/platform/database'
import { Schema } from 'mongoose'

/** Somebody stands behind a proposal. */
export interface Supporter {
  consultationId: ObjectId
  personId: string
  at: Date
}

const schema = new Schema<Supporter>(
  {
    consultationId: { type: Schema.Types.ObjectId, required: true },
    personId: { type: String, required: true },
    at: { type: Date, required: true },
  },
  { versionKey: false, collection: 'consultationSupporters' },
)
// Once each; in this order they are told.
schema.index({ consultationId: 1, personId: 1 }, { unique: true })
schema.index({ personId: 1, _id: -1 })

export const SupporterModel = model<Supporter>('ConsultationSupporter', schema)
