import { model, type ObjectId } from '@server/platform/database'
import { type RequestMark, requestIndex, requestMarkFields } from '@server/platform/once'
import type { CaseKind } from '@shared/cases/words'
import type { NOTICE_STATES } from '@shared/notices/schemas'
import { Schema } from 'mongoose'

/** Something that an office tells to the residents of regions. */
export interface Notice {
  _id: ObjectId
  /** None lies within another. */
  regionCodes: string[]
  /** Empty: every resident known there. */
  kinds: CaseKind[]
  /** The smallest region that covers them all, for lists and rights. */
  regionCode: string
  title: string
  text: string
  state: (typeof NOTICE_STATES)[number]
  /** Why it was refused. */
  reason: string | null
  by: { personId: string; name: string }
  at: Date
  /** Up to which person it has been sent. */
  cursor: string | null
  told: number
  sentAt: Date | null
  request?: RequestMark
}

const Mixed = Schema.Types.Mixed
const schema = new Schema<Notice>(
  {
    regionCodes: [String],
    kinds: [String] as never,
    regionCode: { type: String, required: true },
    title: { type: String, required: true },
    text: { type: String, required: true },
    state: { type: String, required: true },
    reason: { type: String, default: null },
    by: { type: Mixed, required: true },
    at: { type: Date, required: true },
    cursor: { type: String, default: null },
    told: { type: Number, required: true },
    sentAt: { type: Date, default: null },
    ...requestMarkFields,
  },
  { versionKey: false, collection: 'notices' },
)
schema.index({ at: -1, _id: -1, regionCode: 1, 'by.personId': 1 })
schema.index({ at: 1 }, { name: 'sending', partialFilterExpression: { state: 'sending' } })
schema.index(...requestIndex)

export const NoticeModel = model<Notice>('Notice', schema)
