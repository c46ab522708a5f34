import type { Side } from '@server/modules/cases'
import { model, type ObjectId } from '@server/platform/database'
import { type RequestMark, requestIndex, requestMarkFields } from '@server/platform/once'
import { type DomainEvent, outboxFields, outboxIndex } from '@server/platform/outbox'
import type { CaseKind } from '@shared/cases/words'
import type { ASPECTS } from '@shared/feedback/schemas'
import { Schema } from 'mongoose'

export type Level = 1 | 2 | 3 | 4 | 5

/** What one party thinks of the result. One for each person and round of handling a case. */
export interface Feedback {
  _id: ObjectId
  caseId: ObjectId
  personId: string
  /** The case's round that was rated. */
  round: number
  side: Side
  overall: Level
  aspects: Partial<Record<(typeof ASPECTS)[number], number>>
  text: string
  at: Date
  /** Open to the handler from here on, and no longer to be changed. */
  unsealAt: Date
  /** The centre has judged that this side demanded what nobody could have given: it does not count against the handler. */
  leftOut?: boolean
  /** A guardian who spoke for a child. */
  byPersonId?: string
  /** What statistics ask by. */
  regionCode: string
  kind: CaseKind
  category: string
  request?: RequestMark
  /** Of the requests that made and changed it, the last ones: a late repeat of an earlier one must not bring its words back. */
  requests?: RequestMark[]
  pending?: DomainEvent[]
  pendingAt?: Date
}

const schema = new Schema<Feedback>(
  {
    caseId: { type: Schema.Types.ObjectId, required: true },
    personId: { type: String, required: true },
    round: { type: Number, required: true },
    side: { type: String, required: true },
    overall: { type: Number, required: true },
    aspects: { type: Schema.Types.Mixed, default: {} },
    text: { type: String, default: '' },
    at: { type: Date, required: true },
    unsealAt: { type: Date, required: true },
    leftOut: { type: Boolean, default: undefined },
    byPersonId: { type: String, default: undefined },
    regionCode: { type: String, required: true },
    kind: { type: String, required: true },
    category: { type: String, required: true },
    ...requestMarkFields,
    requests: { type: [Schema.Types.Mixed], default: undefined } as never,
    ...outboxFields,
  },
  { versionKey: false, minimize: false },
)
schema.index({ caseId: 1, personId: 1, round: 1 }, { unique: true })
schema.index({ personId: 1, at: -1 })
schema.index({ regionCode: 1, at: 1, kind: 1, category: 1, unsealAt: 1, overall: 1, leftOut: 1 })
schema.index(...requestIndex)
schema.index(...outboxIndex)

export const FeedbackModel = model<Feedback>('Feedback', schema)
