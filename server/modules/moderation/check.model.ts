import { model, type ObjectId } from '@server/platform/database'
import type { FileRef } from '@server/platform/files'
import { type DomainEvent, outboxFields, outboxIndex } from '@server/platform/outbox'
import type { CheckState, SUBJECT_TYPES } from '@shared/moderation/schemas'
import { Schema } from 'mongoose'

export type SubjectType = (typeof SUBJECT_TYPES)[number]
/** What others will see: a document of another module. */
export interface Subject {
  type: SubjectType
  id: string
}

/** One text or file of a subject that is looked at; the subject has passed when all its parts have. */
export interface Check {
  _id: ObjectId
  subject: Subject
  /** `text0`, `text1`, …, or the id of a file. */
  part: string
  /** How many parts the subject has. */
  of: number
  text: string
  file: FileRef | null
  /** Whose it is. */
  personId: string
  regionCode: string
  /** Who does not decide it: its author, and whoever takes part in it. */
  hiddenFrom: string[]
  state: CheckState
  /** Why a person looks at it. */
  why: string
  /** Since when it waits: its author was in the app then. */
  at: Date
  tries: number
  /** When WeChat is asked, or given up waiting for. */
  nextAt: Date
  /** Under which WeChat pushes its verdict. */
  traceId?: string
  decidedBy: { personId: string; name: string } | null
  decidedAt: Date | null
  /** Why it was refused. */
  reason: string | null
  pending?: DomainEvent[]
  pendingAt?: Date
}

const Mixed = Schema.Types.Mixed
const schema = new Schema<Check>(
  {
    subject: { type: Mixed, required: true },
    part: { type: String, required: true },
    of: { type: Number, required: true },
    text: { type: String, default: '' },
    file: { type: Mixed, default: null },
    personId: { type: String, required: true },
    regionCode: { type: String, required: true },
    hiddenFrom: [String],
    state: { type: String, required: true },
    why: { type: String, default: '' },
    at: { type: Date, required: true },
    tries: { type: Number, required: true },
    nextAt: { type: Date, required: true },
    traceId: { type: String, default: undefined },
    decidedBy: { type: Mixed, default: null },
    decidedAt: { type: Date, default: null },
    reason: { type: String, default: null },
    ...outboxFields,
  },
  { versionKey: false, collection: 'checks' },
)
schema.index({ 'subject.type': 1, 'subject.id': 1, part: 1 }, { unique: true })
schema.index({ traceId: 1 }, { name: 'trace', unique: true, partialFilterExpression: { traceId: { $exists: true } } })
schema.index({ nextAt: 1 }, { name: 'due', partialFilterExpression: { state: 'waiting' } })
schema.index({ state: 1, at: -1, _id: -1, regionCode: 1 })
schema.index({ personId: 1 })
schema.index(...outboxIndex)

export const CheckModel = model<Check>('Check', schema)
