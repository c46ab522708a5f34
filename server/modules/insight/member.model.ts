import { model, type ObjectId } from '@server/platform/database'
import type { CaseKind } from '@shared/cases/words'
import { Schema } from 'mongoose'

/** A wording that a signal rests on; it belongs to one signal at most. Without its words, which opinion keeps. */
export interface SignalMember {
  /** The wording. */
  _id: string
  signalId: ObjectId
  /** Its author, so that people are counted and not messages. */
  personId: string
  regionCode: string
  kind: CaseKind
  at: Date
  /** The Monday of its week, as a local date. */
  week: string
}

const schema = new Schema<SignalMember>(
  {
    _id: String,
    signalId: { type: Schema.Types.ObjectId, required: true },
    personId: { type: String, required: true },
    regionCode: { type: String, required: true },
    kind: { type: String, required: true },
    at: { type: Date, required: true },
    week: { type: String, required: true },
  },
  { versionKey: false, collection: 'signalmembers' },
)
schema.index({ signalId: 1, at: 1, _id: 1, regionCode: 1 })

export const MemberModel = model<SignalMember>('SignalMember', schema)
