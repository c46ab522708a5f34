import { model, type ObjectId } from '@server/platform/database'
import { Schema } from 'mongoose'

/** What one of those who took part thinks of the result. */
export interface Judgement {
  consultationId: ObjectId
  personId: string
  /** 5 … 1. */
  score: number
  text: string | null
  at: Date
}

const schema = new Schema<Judgement>(
  {
    consultationId: { type: Schema.Types.ObjectId, required: true },
    personId: { type: String, required: true },
    score: { type: Number, required: true },
    text: { type: String, default: null },
    at: { type: Date, required: true },
  },
  { versionKey: false, collection: 'consultationJudgements' },
)
schema.index({ consultationId: 1, personId: 1 }, { unique: true })
schema.index({ personId: 1 })

export const JudgementModel = model<Judgement>('ConsultationJudgement', schema)
