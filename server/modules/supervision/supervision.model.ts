import { model, type ObjectId } from '@server/platform/database'
import { type RequestMark, requestIndex, requestMarkFields } from '@server/platform/once'
import type { SupervisionView } from '@shared/supervision/schemas'
import { Schema } from 'mongoose'

interface Turn {
  at: Date
  /** Staff act in public office: their names are kept here. */
  by: string
  side: 'supervisor' | 'owner'
  text: string
}

/** A question about a case from above, which whoever has the case must answer. */
export interface Supervision {
  _id: ObjectId
  caseId: string
  regionCode: string
  byPersonId: string
  byName: string
  /** Whose reply is awaited: the owner of the case, whoever that is by now. */
  toKey: string
  toName: string
  state: SupervisionView['state']
  /** Not done. */
  open: boolean
  dueAt: Date
  /** When the next level above is told that no reply has come; missing when none is awaited, or nobody is left to tell. */
  escalateAt?: Date
  escalatedTo?: string
  words: Turn[]
  startedAt: Date
  request?: RequestMark
}

/** Questions and replies are bounded, as everything is that a document embeds. */
export const MOST_TURNS = 40

const schema = new Schema<Supervision>(
  {
    caseId: { type: String, required: true },
    regionCode: { type: String, required: true },
    byPersonId: { type: String, required: true },
    byName: { type: String, required: true },
    toKey: { type: String, required: true },
    toName: { type: String, required: true },
    state: { type: String, required: true },
    open: { type: Boolean, required: true },
    dueAt: { type: Date, required: true },
    escalateAt: { type: Date, default: undefined },
    escalatedTo: { type: String, default: undefined },
    words: { type: [Schema.Types.Mixed], default: [] } as never,
    startedAt: { type: Date, required: true },
    ...requestMarkFields,
  },
  { versionKey: false, collection: 'supervisions' },
)
// Somebody asks about a case once at a time.
schema.index({ caseId: 1, byPersonId: 1 }, { unique: true, name: 'oneOpen', partialFilterExpression: { open: true } })
schema.index({ caseId: 1, startedAt: -1, _id: -1 })
// What somebody has to reply to, and what was asked in a region.
schema.index({ toKey: 1, state: 1, dueAt: 1, _id: 1 })
schema.index({ state: 1, dueAt: 1, _id: 1, regionCode: 1 })
schema.index({ regionCode: 1, open: 1 }, { name: 'openByRegion', partialFilterExpression: { open: true } })
// Whose reply is late.
schema.index({ escalateAt: 1 }, { name: 'late', partialFilterExpression: { escalateAt: { $exists: true } } })
schema.index(...requestIndex)

export const SupervisionModel = model<Supervision>('Supervision', schema)
