import { model, type ObjectId } from '@server/platform/database'
import { type DomainEvent, outboxFields, outboxIndex } from '@server/platform/outbox'
import type { SIMILAR_STATES, SIMILAR_WHY } from '@shared/duplicates/schemas'
import { Schema } from 'mongoose'

export type SimilarWhy = (typeof SIMILAR_WHY)[number]
export type SimilarState = (typeof SIMILAR_STATES)[number]

/** Two cases that look alike, or were found to be one matter. */
export interface Pair {
  _id: ObjectId
  older: ObjectId
  newer: ObjectId
  /** Both, for those who look from one of them. */
  caseIds: ObjectId[]
  why: SimilarWhy
  likeness: number
  state: SimilarState
  metres: number | null
  words: string[]
  /** The regions of both, and those above them. */
  regions: string[]
  /** Somebody still has to act on both: only then is there something to decide. */
  open: boolean
  decided?: { at: Date; byPersonId: string }
  pending?: DomainEvent[]
  pendingAt?: Date
}

const schema = new Schema<Pair>(
  {
    older: { type: Schema.Types.ObjectId, required: true },
    newer: { type: Schema.Types.ObjectId, required: true },
    caseIds: [Schema.Types.ObjectId],
    why: { type: String, required: true },
    likeness: { type: Number, required: true },
    state: { type: String, required: true },
    metres: { type: Number, default: null },
    words: [String],
    regions: [String],
    open: { type: Boolean, required: true },
    decided: { type: Schema.Types.Mixed, default: undefined },
    ...outboxFields,
  },
  { versionKey: false, collection: 'similarPairs' },
)
schema.index({ older: 1, newer: 1 }, { unique: true })
schema.index({ caseIds: 1, likeness: -1 })
schema.index({ state: 1, open: 1, regions: 1, _id: -1 })
schema.index(...outboxIndex)

export const PairModel = model<Pair>('SimilarPair', schema)
