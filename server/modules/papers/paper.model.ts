import type { Side } from '@server/modules/cases'
import { model, type ObjectId } from '@server/platform/database'
import { type RequestMark, requestIndex, requestMarkFields } from '@server/platform/once'
import type { Content, PaperKind, PaperStatus, PromiseInput } from '@shared/papers/schemas'
import { type mongo, Schema } from 'mongoose'

/** What somebody said when the text was read back; the last word of each for a version counts. */
export interface Reading {
  /** For which party. */
  as: string
  version: number
  /** Who held the telephone. */
  personId: string
  name: string
  /** The mediator read it out and noted the answer. */
  byMediator: boolean
  agreed: boolean
  remark: string
  at: Date
}

/** A name under the exact text: bound to its version and digest. */
export interface Signature {
  id: string
  /** In whose name: a party's id, or `mediator`. */
  as: string
  /** Who held the pen; null on the mediator's telephone, for somebody without an account. */
  personId: string | null
  name: string
  role: string
  version: number
  digest: string
  at: Date
  device: string
  /** The strokes, packed by `packStrokes`. */
  ink: mongo.Binary
  request?: RequestMark
}

/** What was corrected after the text had been shown. */
export interface Change {
  version: number
  at: Date
  by: string
  note: string
  /** SM3 of the text before. */
  digest: string
  fields: { label: string; before: string; after: string }[]
}

/** A paper of a mediation. Its text is exactly what is read back, signed and sealed; every write is conditional on its version and status. */
export interface Paper {
  _id: ObjectId
  caseId: ObjectId
  kind: PaperKind
  status: PaperStatus
  /** Of the text. */
  version: number
  content: Content
  promises: PromiseInput[]
  text: string
  digest: string
  /** Which sides it is for. */
  sides: Side[]
  /** Whether the parties have seen a version of it. */
  shown: boolean
  /** authority: who gives it, to whom; survey: who was asked. */
  fromPartyId: string | null
  toPartyId: string | null
  scope: 'general' | 'special' | null
  readings: Reading[]
  signatures: Signature[]
  changes: Change[]
  /** Given when it takes effect. */
  number?: string
  verifyCode?: string
  effectiveAt: Date | null
  sealedBy: string | null
  /** Why it was given up. */
  voidReason: string | null
  createdBy: string | null
  createdAt: Date
  updatedAt: Date
  /** What made it by itself, so that it is made once. */
  cause?: string
  request?: RequestMark
}

const Mixed = Schema.Types.Mixed
const schema = new Schema<Paper>(
  {
    caseId: { type: Schema.Types.ObjectId, required: true },
    kind: { type: String, required: true },
    status: { type: String, required: true },
    version: { type: Number, required: true },
    content: { type: Mixed, required: true },
    promises: { type: [Mixed], default: [] } as never,
    text: { type: String, default: '' },
    digest: { type: String, required: true },
    sides: [String],
    shown: Boolean,
    fromPartyId: { type: String, default: null },
    toPartyId: { type: String, default: null },
    scope: { type: String, default: null },
    readings: { type: [Mixed], default: [] } as never,
    signatures: { type: [Mixed], default: [] } as never,
    changes: { type: [Mixed], default: [] } as never,
    number: String,
    verifyCode: String,
    effectiveAt: { type: Date, default: null },
    sealedBy: { type: String, default: null },
    voidReason: { type: String, default: null },
    createdBy: { type: String, default: null },
    createdAt: { type: Date, required: true },
    updatedAt: { type: Date, required: true },
    cause: String,
    ...requestMarkFields,
  },
  { versionKey: false, minimize: false },
)
schema.index({ caseId: 1, createdAt: 1 })
schema.index({ number: 1 }, { unique: true, partialFilterExpression: { number: { $exists: true } } })
schema.index({ verifyCode: 1 }, { unique: true, partialFilterExpression: { verifyCode: { $exists: true } } })
schema.index({ cause: 1 }, { unique: true, partialFilterExpression: { cause: { $exists: true } } })
// A repeated signature finds itself; a person's signatures are part of the person's data.
schema.index({ 'signatures.request.by': 1, 'signatures.request.key': 1 }, { sparse: true })
schema.index({ 'signatures.personId': 1 }, { sparse: true })
schema.index(...requestIndex)

export const PaperModel = model<Paper>('Paper', schema)
