import { model, type ObjectId } from '@server/platform/database'
import { type DomainEvent, outboxFields, outboxIndex } from '@server/platform/outbox'
import type { ANSWER_SOURCES, ANSWER_STATES, AnswerResult } from '@shared/answers/schemas'
import { Schema } from 'mongoose'

export type AnswerState = (typeof ANSWER_STATES)[number]
export type AnswerSource = (typeof ANSWER_SOURCES)[number]

/** The words of an answer: as the office writes them, and from publishing on as everybody reads them. */
export interface AnswerWords {
  title: string
  raised: string
  done: string
  notDone: string
}

/** What is said to the people about one consultation or one brief. */
export interface Answer extends AnswerWords {
  _id: ObjectId
  source: AnswerSource
  sourceId: string
  regionCode: string
  result: AnswerResult
  state: AnswerState
  /** Counts what was written and moved; 0 as long as nobody has touched the draft. */
  revision: number
  /** How many people stand behind it; shown rounded down to five. */
  people: number
  /** Since when it stands where it stands: what lists go by. */
  at: Date
  publishedAt: Date | null
  /** Who of the office has moved it when. */
  history: { at: Date; by: string; move: 'publish' | 'withdraw' }[]
  pending?: DomainEvent[]
  pendingAt?: Date
}

const text = { type: String, default: '' }
const schema = new Schema<Answer>(
  {
    source: { type: String, required: true },
    sourceId: { type: String, required: true },
    regionCode: { type: String, required: true },
    title: { type: String, required: true },
    raised: text,
    done: text,
    notDone: text,
    result: { type: String, required: true },
    state: { type: String, required: true },
    revision: { type: Number, required: true },
    people: { type: Number, required: true },
    at: { type: Date, required: true },
    publishedAt: { type: Date, default: null },
    history: [{ _id: false, at: Date, by: String, move: String }] as never,
    ...outboxFields,
  },
  { versionKey: false, collection: 'answers' },
)
// A result that is told twice makes one answer.
schema.index({ source: 1, sourceId: 1 }, { unique: true })
schema.index({ state: 1, at: -1, _id: -1, regionCode: 1, result: 1 })
schema.index({ state: 1, regionCode: 1, result: 1 })
schema.index(...outboxIndex)

export const AnswerModel = model<Answer>('Answer', schema)
