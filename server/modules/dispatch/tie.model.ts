import { model, type ObjectId } from '@server/platform/database'
import { Schema } from 'mongoose'

/** What the service knows itself of a handler and somebody else. */
export interface Tie {
  _id: ObjectId
  /** The handler. */
  personId: string
  otherId: string
  /** `shared`: both took part in a case; `granted`: avoidance between them was granted once. */
  kind: 'shared' | 'granted'
  caseId: string
  /** The database's time, as with declarations. */
  at: Date
}

const schema = new Schema<Tie>(
  {
    personId: { type: String, required: true },
    otherId: { type: String, required: true },
    kind: { type: String, required: true },
    caseId: { type: String, required: true },
    at: { type: Date, required: true },
  },
  { versionKey: false },
)
schema.index({ personId: 1, otherId: 1, kind: 1 }, { unique: true })
schema.index({ at: 1 })

export const TieModel = model<Tie>('Tie', schema)
