import { model, type ObjectId } from '@server/platform/database'
import { Schema } from 'mongoose'

/**
 * How much of a case's talk somebody has not read. The reader is a person (`p:<id>`) or, where a queue owns the case,
 * its organisation (`o:<id>`): whoever of it reads has read for all.
 */
export interface MessageMark {
  _id: ObjectId
  caseId: ObjectId
  reader: string
  unread: number
  /** The last message that was seen. */
  seenAt: Date | null
  seenId: ObjectId | null
}

const schema = new Schema<MessageMark>(
  {
    caseId: { type: Schema.Types.ObjectId, required: true },
    reader: { type: String, required: true },
    unread: { type: Number, required: true },
    seenAt: { type: Date, default: null },
    seenId: { type: Schema.Types.ObjectId, default: null },
  },
  { versionKey: false },
)
schema.index({ caseId: 1, reader: 1 }, { unique: true })
// Only those with something unread are ever looked for by reader.
schema.index({ reader: 1 }, { partialFilterExpression: { unread: { $gt: 0 } } })

export const MessageMarkModel = model<MessageMark>('MessageMark', schema)
