import { model, type ObjectId } from '@server/platform/database'
import { Schema } from 'mongoose'
import type { Publication } from './groups'

/** What is published of the votes on a topic, and whether they must be looked at again. */
export interface Opinion {
  /** The consultation's. */
  _id: ObjectId
  /** Until when votes may still be on their way that the last computation has not seen; not there when it has seen all. */
  staleUntil?: Date
  /** Not computed again before; large topics wait a little. */
  notBefore: Date
  publication: Publication | null
  computedAt: Date | null
  /** The newest vote on which the publication rests: whoever votes later has voted since. */
  upTo: Date | null
}

const schema = new Schema<Opinion>(
  {
    staleUntil: { type: Date, default: undefined },
    notBefore: { type: Date, required: true },
    publication: { type: Schema.Types.Mixed, default: null },
    computedAt: { type: Date, default: null },
    upTo: { type: Date, default: null },
  },
  { versionKey: false, collection: 'consultationOpinions', minimize: false },
)
schema.index({ staleUntil: 1 }, { sparse: true })

export const OpinionModel = model<Opinion>('ConsultationOpinion', schema)
