import { model } from '@server/platform/database'
import { Schema } from 'mongoose'

/** How far the telling of passed deadlines has come. */
export interface Progress {
  _id: 'overdue'
  until: Date
}

export const ProgressModel = model<Progress>(
  'NotificationProgress',
  new Schema<Progress>({ _id: String, until: { type: Date, required: true } }, { collection: 'notificationProgress', versionKey: false }),
)
