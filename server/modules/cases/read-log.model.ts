import { model, type ObjectId } from '@server/platform/database'
import type { StaffRole } from '@shared/identity/schemas'
import { Schema } from 'mongoose'

export const READ_KINDS = ['case', 'messages', 'file', 'phone', 'export', 'wording'] as const
export type ReadKind = (typeof READ_KINDS)[number]

/** Somebody of the staff has read something of a case. Only ever added to. */
export interface ReadEntry {
  _id: ObjectId
  caseId: ObjectId
  at: Date
  personId: string
  name: string
  role: StaffRole
  what: ReadKind
  reason: string | null
  /** Not yet entered into the chain of audit entries. */
  unaudited?: true
}

const schema = new Schema<ReadEntry>(
  {
    caseId: { type: Schema.Types.ObjectId, required: true },
    at: { type: Date, required: true },
    personId: { type: String, required: true },
    name: { type: String, required: true },
    role: { type: String, required: true },
    what: { type: String, required: true },
    reason: { type: String, default: null },
    unaudited: Boolean,
  },
  { versionKey: false },
)
schema.index({ caseId: 1, at: -1, _id: -1 })
schema.index({ unaudited: 1, _id: 1 }, { partialFilterExpression: { unaudited: true } })

export const ReadLogModel = model<ReadEntry>('ReadLog', schema)
