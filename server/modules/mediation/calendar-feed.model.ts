import { model } from '@server/platform/database'
import { Schema } from 'mongoose'

/**
 * The secret address of somebody's calendar; `_id` is the person. The address itself is not kept: it follows from the
 * nonce and the service's own key, and is recognised by its hash.
 */
export interface CalendarFeed {
  _id: string
  nonce: string
  tokenHash: string
  createdAt: Date
}

const schema = new Schema<CalendarFeed>(
  {
    _id: String,
    nonce: { type: String, required: true },
    tokenHash: { type: String, required: true },
    createdAt: { type: Date, required: true },
  },
  { versionKey: false },
)
schema.index({ tokenHash: 1 }, { unique: true })

export const CalendarFeedModel = model<CalendarFeed>('CalendarFeed', schema)
