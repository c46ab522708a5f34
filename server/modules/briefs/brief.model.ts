import { model, type ObjectId } from '@server/platform/database'
import { type RequestMark, requestIndex, requestMarkFields } from '@server/platform/once'
import { type DomainEvent, outboxFields, outboxIndex } from '@server/platform/outbox'
import type { Claim } from '@shared/briefs/schemas'
import type { BriefLevel, BriefState, EvidenceType } from '@shared/briefs/words'
import { Schema } from 'mongoose'

/** Members of the political consultation and their office act in public: their names are kept here. */
interface Author {
  personId: string
  name: string
  /** The group 委组 for which the person acts. */
  organisationId: string | null
}

/** What a claim can rest on. Whose words it holds is kept apart (brief-resident.model.ts), so that erasing finds it. */
export interface StoredEvidence {
  id: string
  type: EvidenceType
  /** De-identified. */
  text: string
  source: string
  /** What it was taken from, so that nothing is taken up twice: `wording:ID`; null for notes. */
  ref: string | null
  /** The request that added it. */
  request?: RequestMark
}

export interface Signature extends Author {
  state: 'asked' | 'signed'
  at: Date | null
  /** It came over with another brief: there the work is counted. */
  cameOver?: true
}

interface Adoption {
  level: BriefLevel
  by: string
  at: Date
}

/** A brief 社情民意信息. Everything about it but its residents is one document, so that each step is one write. */
export interface Brief {
  _id: ObjectId
  /** Given when it is accepted: YYYY-NNNN, counted in the county or city `numberedIn`. */
  number?: string
  numberedIn?: string
  regionCode: string
  title: string
  /** The title as others read it; what lists show and look through. */
  publicTitle: string
  category: string | null
  state: BriefState
  /** Counts its changes, of whatever kind. */
  revision: number
  author: Author
  signalId: string | null
  consultationId: string | null
  situation: Claim[]
  causes: Claim[]
  suggestions: Claim[]
  evidence: StoredEvidence[]
  signatures: Signature[]
  adoptions: Adoption[]
  /** The highest of the adoptions. */
  level: BriefLevel | null
  instructions: (Adoption & { text: string })[]
  department: { id: string; name: string; dueAt: Date } | null
  answer: { text: string; at: Date } | null
  mergedInto: string | null
  /** Briefs whose authors and residents have come over, those of earlier mergers included. */
  mergedFrom: string[]
  history: { at: Date; by: string; text: string }[]
  /** What similar briefs are found by (`termsOf`); empty until it is submitted. */
  terms: string[]
  /** When the department is told next that an answer is due, or that it is late. */
  remindAt?: Date
  createdAt: Date
  /** The latest change. */
  at: Date
  /** The first time that each happened; null as long as it has not. */
  submittedAt: Date | null
  acceptedAt: Date | null
  adoptedAt: Date | null
  answeredAt: Date | null
  pending?: DomainEvent[]
  pendingAt?: Date
  request?: RequestMark
}

/** Whatever a document embeds is bounded. */
export const MOST_EVIDENCE = 60
export const MOST_SIGNERS = 60
export const MOST_HISTORY = 200
export const MOST_ENTRIES = 40

const Mixed = Schema.Types.Mixed
const list = { type: [Mixed], default: [] } as never
const date = { type: Date, default: null }
const schema = new Schema<Brief>(
  {
    number: String,
    numberedIn: String,
    regionCode: { type: String, required: true },
    title: { type: String, required: true },
    publicTitle: { type: String, required: true },
    category: { type: String, default: null },
    state: { type: String, required: true },
    revision: { type: Number, required: true },
    author: { type: Mixed, required: true },
    signalId: { type: String, default: null },
    consultationId: { type: String, default: null },
    situation: list,
    causes: list,
    suggestions: list,
    evidence: list,
    signatures: list,
    adoptions: list,
    level: { type: String, default: null },
    instructions: list,
    department: { type: Mixed, default: null },
    answer: { type: Mixed, default: null },
    mergedInto: { type: String, default: null },
    mergedFrom: [String],
    history: list,
    terms: [String],
    remindAt: { type: Date, default: undefined },
    createdAt: { type: Date, required: true },
    at: { type: Date, required: true },
    submittedAt: date,
    acceptedAt: date,
    adoptedAt: date,
    answeredAt: date,
    ...outboxFields,
    ...requestMarkFields,
  },
  { versionKey: false, collection: 'briefs' },
)
// No number twice in a county or city.
schema.index({ numberedIn: 1, number: 1 }, { unique: true, partialFilterExpression: { number: { $exists: true } } })
// The lists: own ones, those that wait for a signature, of a department, of regions.
schema.index({ 'author.personId': 1, at: -1, _id: -1 })
schema.index({ 'signatures.personId': 1, at: -1, _id: -1 })
schema.index({ 'department.id': 1, at: -1, _id: -1 })
schema.index({ at: -1, _id: -1, regionCode: 1, state: 1 })
// Similar ones, and how common a word is: see terms.ts.
schema.index({ terms: 1, submittedAt: -1 })
// Which of them quote a wording that is taken back.
schema.index({ 'evidence.ref': 1 })
// Whom to remind of an answer.
schema.index({ remindAt: 1 }, { partialFilterExpression: { remindAt: { $exists: true } } })
schema.index(...outboxIndex)
schema.index(...requestIndex)

export const BriefModel = model<Brief>('Brief', schema)
