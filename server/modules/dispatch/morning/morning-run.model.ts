import { model } from '@server/platform/database'
import { Schema } from 'mongoose'

/** The city's day has had its morning run. */
interface MorningRun {
  /** The date. */
  _id: string
  doneAt: Date
  moved: number
}

export const MorningRunModel = model<MorningRun>(
  'MorningRun',
  new Schema<MorningRun>(
    { _id: String, doneAt: { type: Date, required: true }, moved: Number },
    { versionKey: false, collection: 'morningRuns' },
  ),
)
