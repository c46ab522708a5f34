import { model } from '@server/platform/database'
import type { MediaVerdict } from '@server/platform/wechat/push'
import { Schema } from 'mongoose'

/**
 * A verdict as WeChat pushed it, by its trace id. Kept for a while, for WeChat may be faster with its verdict than the
 * service with writing down the trace id.
 */
export interface Verdict {
  _id: string
  suggest: MediaVerdict['suggest']
  label: number
  at: Date
}

const KEPT_SECONDS = 2 * 3600
const schema = new Schema<Verdict>(
  { _id: { type: String, required: true }, suggest: { type: String, default: null }, label: Number, at: { type: Date, required: true } },
  { versionKey: false, collection: 'verdicts' },
)
schema.index({ at: 1 }, { expireAfterSeconds: KEPT_SECONDS })

export const VerdictModel = model<Verdict>('Verdict', schema)
