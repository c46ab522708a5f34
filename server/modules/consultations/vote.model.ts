import { model, type ObjectId } from '@server/platform/database'
import { Schema } from 'mongoose'
import type { Answer } from './groups'

/** What one person says to the statements of one topic. One document a person, so that nobody has two answers to a statement. */
export interface VoteSheet {
  _id: ObjectId
  consultationId: ObjectId
  personId: string
  /** By statement id. */
  answers: Record<string, Answer>
  /** When something was last said anew. */
  at: Date
  /** Where the person stands on the published map; only for their own eyes. */
  standing: { group: number | null; x: number; y: number } | null
}

const schema = new Schema<VoteSheet>(
  {
    consultationId: { type: Schema.Types.ObjectId, required: true },
    personId: { type: String, required: true },
    answers: { type: Schema.Types.Mixed, required: true },
    at: { type: Date, required: true },
    standing: { type: Schema.Types.Mixed, default: null },
  },
  { versionKey: false, collection: 'consultationVotes' },
)
schema.index({ consultationId: 1, personId: 1 }, { unique: true })
schema.index({ personId: 1 })

export const VoteSheetModel = model<VoteSheet>('ConsultationVotes', schema)
