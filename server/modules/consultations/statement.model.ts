import { model, type ObjectId } from '@server/platform/database'
import { type RequestMark, requestIndex, requestMarkFields } from '@server/platform/once'
import { type DomainEvent, outboxFields, outboxIndex } from '@server/platform/outbox'
import type { STATEMENT_STATES } from '@shared/consultations/opinion'
import { Schema } from 'mongoose'

/** So many statements a person adds to one topic at most. */
export const MOST_OF_A_PERSON = 10
/** So many a topic has at most: nobody answers more, and every one of them is compared with a new one. */
export const MOST_OF_A_TOPIC = 500

/** One thought on a topic, with which others agree or not. */
export interface Statement {
  _id: ObjectId
  consultationId: ObjectId
  /** As others see it: without what tells who people are. */
  text: string
  /** What is left of the text without blanks and marks; not there once refused, so that another may say it better. */
  key?: string
  /** Null once its author is erased. */
  authorId: string | null
  /** Which of its author's it is, from 0; with the unique index it bounds their number. */
  slot?: number
  state: (typeof STATEMENT_STATES)[number]
  /** Why it was refused or hidden. */
  reason: string | null
  /** How many have answered it; what the order of those still to answer goes by. Counted anew with the groups. */
  voters: number
  at: Date
  request?: RequestMark
  pending?: DomainEvent[]
  pendingAt?: Date
}

const schema = new Schema<Statement>(
  {
    consultationId: { type: Schema.Types.ObjectId, required: true },
    text: { type: String, required: true },
    key: { type: String, default: undefined },
    authorId: { type: String, default: null },
    slot: { type: Number, default: undefined },
    state: { type: String, required: true },
    reason: { type: String, default: null },
    voters: { type: Number, required: true },
    at: { type: Date, required: true },
    ...requestMarkFields,
    ...outboxFields,
  },
  { versionKey: false, collection: 'consultationStatements' },
)
// First of all: of a repeated request it must be this one that says so, and not the sameness of the words.
schema.index(...requestIndex)
schema.index({ consultationId: 1, key: 1 }, { unique: true, partialFilterExpression: { key: { $exists: true } } })
schema.index({ consultationId: 1, authorId: 1, slot: 1 }, { unique: true, partialFilterExpression: { slot: { $exists: true } } })
schema.index({ consultationId: 1, state: 1, voters: 1, _id: 1 })
schema.index({ consultationId: 1, state: 1, _id: 1 })
schema.index({ authorId: 1, consultationId: 1, _id: 1 })
schema.index(...outboxIndex)

export const StatementModel = model<Statement>('ConsultationStatement', schema)
