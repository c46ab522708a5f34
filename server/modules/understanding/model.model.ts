import { database, model, type ObjectId } from '@server/platform/database'
import { Schema } from 'mongoose'

/** A trained model as it is kept. Weights only: no message that it learned from, so that erased words stay erased. */
export interface StoredModel {
  _id: ObjectId
  version: number
  bytes: Buffer
  labels: string[]
  /** What labels are called here; those that are not listed propose nothing. */
  codes: { label: string; code: string }[]
  /** Missing but for the one that is used. */
  active?: boolean
  trainedAt: Date
  /** How many messages it learned from, and how many of these were cases that staff had put right, up to when. */
  messages: number
  corrected: number
  correctedUpTo: Date | null
  /** On messages that were held out. */
  macroF1: number | null
  accuracy: number | null
}
export type ModelHead = Omit<StoredModel, 'bytes'> & { size: number }

const schema = new Schema<StoredModel>(
  {
    version: { type: Number, required: true },
    bytes: { type: Buffer, required: true },
    labels: [String],
    codes: [{ label: String, code: String, _id: false }],
    active: { type: Boolean, default: undefined },
    trainedAt: { type: Date, required: true },
    messages: { type: Number, required: true },
    corrected: { type: Number, default: 0 },
    correctedUpTo: { type: Date, default: null },
    macroF1: { type: Number, default: null },
    accuracy: { type: Number, default: null },
  },
  { versionKey: false, collection: 'models' },
)
schema.index({ version: -1 }, { unique: true })
// One is used at a time.
schema.index({ active: 1 }, { unique: true, partialFilterExpression: { active: true } })

export const TrainedModel = model<StoredModel>('TrainedModel', schema)
export const modelCollection = () => database().collection<StoredModel>(TrainedModel.collection.name)

/** All that is known of a model without its weights. */
export const HEAD = {
  version: 1,
  labels: 1,
  codes: 1,
  active: 1,
  trainedAt: 1,
  messages: 1,
  corrected: 1,
  correctedUpTo: 1,
  macroF1: 1,
  accuracy: 1,
  size: { $binarySize: '$bytes' },
} as const
