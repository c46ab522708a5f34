import type { Side } from '@server/modules/cases'
import { model, type ObjectId } from '@server/platform/database'
import type { FOLLOW_UP_METHODS, FOLLOW_UP_RESULTS } from '@shared/feedback/schemas'
import { Schema } from 'mongoose'

export type FollowUpResult = (typeof FOLLOW_UP_RESULTS)[number]

/** What one of the parties answered. */
export interface FollowUpAnswer {
  personId: string
  side: Side
  result: FollowUpResult
  note: string
  at: Date
}

/** A visit or call after closing, as the centre's plan wants it. */
export interface FollowUp {
  _id: ObjectId
  caseId: ObjectId
  /** The case's round of handling after which it comes. */
  caseRound: number
  /** Which of the planned ones, from 1. */
  round: number
  /** Local day, YYYY-MM-DD. */
  dueOn: string
  /** When that day's work begins: from then on it is told. */
  dueAt: Date
  told: boolean
  /** `cancelled`: the case was reopened before. */
  state: 'open' | 'done' | 'cancelled'
  /** Whose it is: the inbox key of who had the case when it was closed. */
  ownerKey: string
  method: (typeof FOLLOW_UP_METHODS)[number] | null
  result: FollowUpResult | null
  note: string
  /** Who recorded it. */
  by: { personId: string; name: string } | null
  doneAt: Date | null
  answers: FollowUpAnswer[]
}

const Mixed = Schema.Types.Mixed
const schema = new Schema<FollowUp>(
  {
    caseId: { type: Schema.Types.ObjectId, required: true },
    caseRound: { type: Number, required: true },
    round: { type: Number, required: true },
    dueOn: { type: String, required: true },
    dueAt: { type: Date, required: true },
    told: { type: Boolean, required: true },
    state: { type: String, required: true },
    ownerKey: { type: String, required: true },
    method: { type: String, default: null },
    result: { type: String, default: null },
    note: { type: String, default: '' },
    by: { type: Mixed, default: null },
    doneAt: { type: Date, default: null },
    answers: { type: [Mixed], default: [] } as never,
  },
  { versionKey: false, collection: 'followUps' },
)
schema.index({ caseId: 1, caseRound: 1, round: 1 }, { unique: true })
schema.index({ ownerKey: 1, state: 1, dueAt: 1, _id: 1 })
schema.index({ ownerKey: 1, state: 1, doneAt: -1, _id: -1 })
// What has to be told.
schema.index({ dueAt: 1, _id: 1 }, { name: 'untold', partialFilterExpression: { state: 'open', told: false } })
schema.index({ 'answers.personId': 1 }, { sparse: true })

export const FollowUpModel = model<FollowUp>('FollowUp', schema)
