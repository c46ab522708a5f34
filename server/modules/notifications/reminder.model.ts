import { model } from '@server/platform/database'
import { Schema } from 'mongoose'

/** When a case's nearest deadline passes, so that what is overdue is found without looking through all cases. */
export interface Reminder {
  /** The case. */
  _id: string
  dueAt: Date
}

const schema = new Schema<Reminder>({ _id: { type: String, required: true }, dueAt: { type: Date, required: true } }, { versionKey: false })
schema.index({ dueAt: 1 })

export const ReminderModel = model<Reminder>('Reminder', schema)
