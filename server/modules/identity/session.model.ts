import { model, type ObjectId } from '@server/platform/database'
import { Schema } from 'mongoose'

/** One login on one device. It is over when it is gone from the collection. */
export interface LoginSession {
  _id: ObjectId
  accountId: string
  personId: string
  /** Of the refresh token that works now. */
  refreshHash: string
  /** Of the one before, which is answered once more for a moment: a client may have lost the answer. */
  previousHash: string | null
  rotatedAt: Date
  createdAt: Date
  expiresAt: Date
}

const schema = new Schema<LoginSession>(
  {
    accountId: { type: String, required: true },
    personId: { type: String, required: true },
    refreshHash: { type: String, required: true },
    previousHash: { type: String, default: null },
    rotatedAt: { type: Date, required: true },
    createdAt: { type: Date, required: true },
    expiresAt: { type: Date, required: true },
  },
  { versionKey: false },
)
schema.index({ personId: 1, createdAt: 1 })
// Removed by a job on the service's clock; a TTL index would know only the database's.
schema.index({ expiresAt: 1 })
export const LoginSessionModel = model<LoginSession>('LoginSession', schema)
