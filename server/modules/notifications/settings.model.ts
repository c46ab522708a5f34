import { model } from '@server/platform/database'
import type { NoticeSettings } from '@shared/notifications/schemas'
import { Schema } from 'mongoose'

/** How somebody wants to hear of things; who never said it has none. */
export interface StoredSettings extends NoticeSettings {
  /** The person. */
  _id: string
  updatedAt: Date
}

const Mixed = Schema.Types.Mixed
const schema = new Schema<StoredSettings>(
  {
    _id: { type: String, required: true },
    quiet: { type: Mixed, default: null },
    digestAt: { type: String, default: null },
    updatedAt: { type: Date, required: true },
  },
  { versionKey: false },
)

export const SettingsModel = model<StoredSettings>('NoticeSettings', schema)
