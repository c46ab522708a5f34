import { model, type ObjectId } from '@server/platform/database'
import { type RequestMark, requestIndex, requestMarkFields } from '@server/platform/once'
import type { DeadlineKind } from '@shared/cases/moves'
import type { ExtensionView } from '@shared/supervision/schemas'
import { Schema } from 'mongoose'

/** The owner of a case asks the centre for more time. */
export interface Extension {
  _id: ObjectId
  caseId: string
  regionCode: string
  deadline: DeadlineKind
  workingDays: number
  reason: string
  askedById: string
  askedBy: string
  askedAt: Date
  /** When it was due, and when it would be, as it stood when somebody asked. */
  dueAt: Date
  newDueAt: Date
  state: ExtensionView['state']
  decision: string | null
  /** Null with a decision: the service, because the deadline is over. */
  decidedById: string | null
  decidedBy: string | null
  decidedAt: Date | null
  request?: RequestMark
}

const schema = new Schema<Extension>(
  {
    caseId: { type: String, required: true },
    regionCode: { type: String, required: true },
    deadline: { type: String, required: true },
    workingDays: { type: Number, required: true },
    reason: { type: String, required: true },
    askedById: { type: String, required: true },
    askedBy: { type: String, required: true },
    askedAt: { type: Date, required: true },
    dueAt: { type: Date, required: true },
    newDueAt: { type: Date, required: true },
    state: { type: String, required: true },
    decision: { type: String, default: null },
    decidedById: { type: String, default: null },
    decidedBy: { type: String, default: null },
    decidedAt: { type: Date, default: null },
    ...requestMarkFields,
  },
  { versionKey: false, collection: 'extensions' },
)
// One at a time for each deadline.
schema.index({ caseId: 1, deadline: 1 }, { unique: true, name: 'oneOpen', partialFilterExpression: { state: 'open' } })
schema.index({ caseId: 1, askedAt: -1, _id: -1 })
// The centre's list.
schema.index({ state: 1, askedAt: -1, _id: -1, regionCode: 1 })
schema.index(...requestIndex)

export const ExtensionModel = model<Extension>('Extension', schema)
