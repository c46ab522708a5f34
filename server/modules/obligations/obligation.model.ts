import { model, type ObjectId } from '@server/platform/database'
import type { FileRef } from '@server/platform/files'
import type { ObligationState } from '@shared/obligations/schemas'
import { Schema } from 'mongoose'

/** What is told next by itself, and when: three days before it is due, the day after, and when it is three days late. */
export type Step = 'due' | 'overdue' | 'escalated'

/** One thing that an agreement promises, or one instalment of it. */
export interface Obligation {
  _id: ObjectId
  caseId: ObjectId
  paperId: string
  /** Which promise of the paper, from 0. */
  index: number
  /** Which of how many instalments; 1 of 1 otherwise. */
  part: number
  parts: number
  fromPartyId: string
  toPartyId: string
  what: string
  amountCents: number | null
  /** The last day on which it is in time, YYYY-MM-DD. */
  dueOn: string
  state: ObligationState
  /** Counts its moves. */
  revision: number
  /** The latest words about it; why it is open again, until it is claimed anew or settled. */
  note: string
  /** Proof of what was done; of every claim, for a disputed one stays evidence. */
  files: FileRef[]
  claimedAt: Date | null
  doneAt: Date | null
  /** The local day of the last reminder that somebody sent. */
  remindedOn: string | null
  step: Step | null
  /** When `step` is to be told; null when nothing more is. */
  nextAt: Date | null
  /** The agreement that it rests on was given up or replaced. */
  voidAt: Date | null
  createdAt: Date
}

const Mixed = Schema.Types.Mixed
const schema = new Schema<Obligation>(
  {
    caseId: { type: Schema.Types.ObjectId, required: true },
    paperId: { type: String, required: true },
    index: { type: Number, required: true },
    part: { type: Number, required: true },
    parts: { type: Number, required: true },
    fromPartyId: { type: String, required: true },
    toPartyId: { type: String, required: true },
    what: { type: String, required: true },
    amountCents: { type: Number, default: null },
    dueOn: { type: String, required: true },
    state: { type: String, required: true },
    revision: { type: Number, required: true },
    note: { type: String, default: '' },
    files: { type: [Mixed], default: [] } as never,
    claimedAt: { type: Date, default: null },
    doneAt: { type: Date, default: null },
    remindedOn: { type: String, default: null },
    step: { type: String, default: null },
    nextAt: { type: Date, default: null },
    voidAt: { type: Date, default: null },
    createdAt: { type: Date, required: true },
  },
  { versionKey: false, collection: 'obligations' },
)
// An event that is told twice makes nothing twice.
schema.index({ paperId: 1, index: 1, part: 1 }, { unique: true })
schema.index({ caseId: 1, dueOn: 1, index: 1, part: 1 })
// What has to be told next.
schema.index({ nextAt: 1, _id: 1 }, { partialFilterExpression: { state: 'open' } })

export const ObligationModel = model<Obligation>('Obligation', schema)
