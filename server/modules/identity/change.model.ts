import { model, type ObjectId } from '@server/platform/database'
import { Schema } from 'mongoose'

/** Tells every process that what it remembers of a person, or of one session only, is old. */
export interface IdentityChange {
  _id: ObjectId
  /** The database's own time, so that processes on machines with other clocks agree on the order. */
  at: Date
  personId: string
  sessionId: string | null
}

const HOUR = 3600
const schema = new Schema<IdentityChange>(
  { at: Date, personId: String, sessionId: { type: String, default: null } },
  { versionKey: false, collection: 'identityChanges' },
)
schema.index({ at: 1 }, { expireAfterSeconds: HOUR })
export const IdentityChangeModel = model<IdentityChange>('IdentityChange', schema)
