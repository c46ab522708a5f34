import { database, model, type ObjectId } from '@server/platform/database'
import type { FileRef } from '@server/platform/files'
import { type RequestMark, requestIndex, requestMarkFields } from '@server/platform/once'
import { type DomainEvent, outboxFields, outboxIndex } from '@server/platform/outbox'
import type { DeadlineKind } from '@shared/cases/moves'
import type { CaseKind, CaseStatus, Risk, RiskSign } from '@shared/cases/words'
import type { AvoidanceBy } from '@shared/dispatch/schemas'
import { Schema } from 'mongoose'
import type { Assignment, BookingSnapshot, CaseDeadline, Owner, Party, Pause, Question, Side, TimelineEntry } from './case-parts'

export type { Assignment, BookingSnapshot, CaseDeadline, Owner, Party, Pause, Question, Side, TimelineEntry } from './case-parts'

/** Anything that a person brings. Its status is written by `moveCase` only. */
export interface Case {
  _id: ObjectId
  number: string
  kind: CaseKind
  category: string
  title: string
  text: string
  status: CaseStatus
  /** What it was before it was suspended, or shelved. */
  before: CaseStatus | null
  suspendedAt: Date | null
  revision: number
  regionCode: string
  location?: { type: 'Point'; coordinates: [number, number] }
  address: string
  anonymous: boolean
  opinionUse: boolean
  files: FileRef[]
  audio: FileRef | null
  owner: Owner | null
  /** `isOpen(status)`, for the index. */
  open: boolean
  /** Whose inbox shows it: the owner's key and those of contributors who have not answered (`p:<personId>`, `o:<organisationId>`). */
  inboxKeys: string[]
  /** Persons in whose own list it stands: parties who accepted, and who filed it. */
  memberIds: string[]
  parties: Party[]
  filedBy: string
  questions: Question[]
  deadlines: CaseDeadline[]
  /** The nearest open deadline; NEVER when there is none or the clock is stopped. */
  dueAt: Date
  timeline: TimelineEntry[]
  /** How many older timeline entries lie in overflow pages. */
  overflow: number
  /** Counts every write, moves and events: who computed a change from a document writes it only if none came between. */
  changes: number
  booking: BookingSnapshot | null
  /** Which round of handling this is, from 0: reopening begins the next, which is rated anew. */
  round: number
  /** Persons who have rated this round, and when one of them did last: the words may be changed for some days. */
  ratedBy: string[]
  ratedAt?: Date
  /** Persons to whom it has been and who gave it back: not assigned to them again by itself. */
  pastOwners: string[]
  /** Persons who must not be given it (avoidance). */
  avoid?: string[]
  /** Whose wish for another mediator the centre has not decided yet. */
  avoidanceOpen?: AvoidanceBy[]
  /** For which deadlines more time was asked, and the centre has not decided. */
  extensionsOpen?: DeadlineKind[]
  /** Supervisions that wait for the owner's reply. */
  supervisionsOpen?: string[]
  /** Which sides want the joint room: it is open when both do. */
  jointRoom?: { applicant: boolean; respondent: boolean }
  /** Party ids of those who speak for a side of several, once chosen; and whom each party named. */
  speakers?: Partial<Record<Side, string[]>>
  speakerVotes?: { partyId: string; for: string[] }[]
  /** It was passed on with its file after mediation failed, which happens once. */
  passedOn?: boolean
  /** Missing: D, nothing dangerous was found. */
  risk?: Risk
  riskSigns?: RiskSign[]
  /** What staff put right, and when: training learns from it. */
  classified?: { at: Date; byPersonId: string }
  /** The case with which it is handled, since it was merged; its own words and rooms stay here. */
  leadId?: string
  /** How many are handled with this one. */
  followers?: number
  /** Asked for at submission; merged by the service soon after. */
  joinId?: string
  /** When the clock stood; `suspendedAt` says the same of the last one. */
  pauses?: Pause[]
  /** When the first open deadline's light turns yellow; NEVER without one. */
  warnAt?: Date
  /** When somebody has to be told next that a light has changed, or that it is red still; NEVER when nobody has. */
  lightAt?: Date
  /** When silence gives the case to the next; missing unless a person has to accept it. */
  silentAt?: Date
  assignments?: Assignment[]
  closedAt: Date | null
  createdAt: Date
  updatedAt: Date
  request?: RequestMark
  pending?: DomainEvent[]
  pendingAt?: Date
}

/** Sorts behind every deadline. */
export const NEVER = new Date('9999-12-31T00:00:00Z')
export { organisationKey, ownerKey, personKey } from './keys'

const Mixed = Schema.Types.Mixed
const schema = new Schema<Case>(
  {
    number: { type: String, required: true },
    kind: { type: String, required: true },
    category: { type: String, required: true },
    title: { type: String, required: true },
    text: { type: String, default: '' },
    status: { type: String, required: true },
    before: { type: String, default: null },
    suspendedAt: { type: Date, default: null },
    revision: { type: Number, required: true },
    regionCode: { type: String, required: true },
    location: { type: Mixed, default: undefined },
    address: { type: String, default: '' },
    anonymous: Boolean,
    opinionUse: Boolean,
    files: { type: [Mixed], default: [] } as never,
    audio: { type: Mixed, default: null },
    owner: { type: Mixed, default: null },
    open: { type: Boolean, required: true },
    inboxKeys: [String],
    memberIds: [String],
    parties: { type: [Mixed], default: [] } as never,
    filedBy: { type: String, required: true },
    questions: { type: [Mixed], default: [] } as never,
    deadlines: { type: [Mixed], default: [] } as never,
    dueAt: { type: Date, required: true },
    timeline: { type: [Mixed], default: [] } as never,
    overflow: { type: Number, default: 0 },
    changes: { type: Number, default: 0 },
    booking: { type: Mixed, default: null },
    round: { type: Number, default: 0 },
    ratedBy: [String],
    ratedAt: { type: Date, default: undefined },
    pastOwners: [String],
    avoid: { type: [String], default: undefined },
    avoidanceOpen: { type: [String], default: undefined },
    extensionsOpen: { type: [String], default: undefined },
    supervisionsOpen: { type: [String], default: undefined },
    jointRoom: { type: Mixed, default: undefined },
    speakers: { type: Mixed, default: undefined },
    speakerVotes: { type: [Mixed], default: undefined } as never,
    passedOn: { type: Boolean, default: undefined },
    risk: { type: String, default: undefined },
    riskSigns: { type: [String], default: undefined },
    classified: { type: Mixed, default: undefined },
    leadId: { type: String, default: undefined },
    followers: { type: Number, default: undefined },
    joinId: { type: String, default: undefined },
    pauses: { type: [Mixed], default: undefined } as never,
    warnAt: { type: Date, default: undefined },
    lightAt: { type: Date, default: undefined },
    silentAt: { type: Date, default: undefined },
    assignments: { type: [Mixed], default: undefined } as never,
    closedAt: { type: Date, default: null },
    createdAt: { type: Date, required: true },
    updatedAt: { type: Date, required: true },
    ...requestMarkFields,
    ...outboxFields,
  },
  { versionKey: false, minimize: false },
)
schema.index({ number: 1 }, { unique: true })
schema.index({ memberIds: 1, createdAt: -1, _id: -1 })
schema.index({ inboxKeys: 1, open: 1, dueAt: 1, _id: 1 })
// Whose light changes next.
schema.index({ lightAt: 1 }, { name: 'lights', partialFilterExpression: { open: true } })
// How many are open, near their deadline and past it, by region: read from the index alone.
schema.index({ open: 1, regionCode: 1, dueAt: 1, warnAt: 1 }, { name: 'standing', partialFilterExpression: { open: true } })
// Whose answer to a question is late.
schema.index({ 'questions.dueAt': 1 }, { name: 'asked', partialFilterExpression: { open: true, 'questions.dueAt': { $exists: true } } })
// A region's list: large regions walk the newest first, small ones take their range of codes.
schema.index({ createdAt: -1, _id: -1, regionCode: 1 })
schema.index({ regionCode: 1, createdAt: -1, kind: 1, category: 1 })
// Cases of a matter that are handled together.
schema.index({ leadId: 1, _id: 1 }, { name: 'linked', partialFilterExpression: { leadId: { $exists: true } } })
// Nobody has accepted them in time: they go to the next.
schema.index({ silentAt: 1 }, { name: 'unanswered', partialFilterExpression: { silentAt: { $exists: true } } })
// What training learns from.
schema.index({ 'classified.at': 1 }, { name: 'corrected', partialFilterExpression: { 'classified.at': { $exists: true } } })
// Resolved cases whose applicant has not answered in time.
schema.index({ dueAt: 1 }, { name: 'silent', partialFilterExpression: { status: 'resolved' } })
schema.index(...requestIndex)
schema.index(...outboxIndex)

export const CaseModel = model<Case>('Case', schema)

/** The collection behind the model, for the hot paths: no hydration, no casting. Ids must be ObjectIds, values of their types. */
export const caseCollection = () => database().collection<Case>(CaseModel.collection.name)
