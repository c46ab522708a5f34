import { model, type ObjectId } from '@server/platform/database'
import type { FileRef } from '@server/platform/files'
import { type RequestMark, requestIndex, requestMarkFields } from '@server/platform/once'
import { Schema } from 'mongoose'

/** What came to a frozen docket afterwards. Only ever added. */
export interface Supplement {
  _id: ObjectId
  caseId: ObjectId
  /** From 1, in the order in which they came. */
  place: number
  title: string
  note: string
  files: (FileRef & { sm3: string })[]
  /** No person: the service added it by itself. */
  by: { personId: string | null; name: string }
  at: Date
  /** SM3 of all of it, the digests of its files included. */
  digest: string
  request?: RequestMark
  /** The event of which it tells, when the service added it by itself. */
  eventId?: string
}

const schema = new Schema<Supplement>(
  {
    caseId: { type: Schema.Types.ObjectId, required: true },
    place: { type: Number, required: true },
    title: { type: String, required: true },
    note: { type: String, required: true },
    files: { type: [Schema.Types.Mixed], default: [] } as never,
    by: { type: Schema.Types.Mixed, required: true },
    at: { type: Date, required: true },
    digest: { type: String, required: true },
    ...requestMarkFields,
    eventId: String,
  },
  { versionKey: false },
)
schema.index({ caseId: 1, place: 1 }, { unique: true })
schema.index(...requestIndex)
// An event that is told twice adds nothing twice.
schema.index({ eventId: 1 }, { unique: true, partialFilterExpression: { eventId: { $exists: true } } })

export const SupplementModel = model<Supplement>('DocketSupplement', schema)
