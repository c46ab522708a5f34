import { database, model, type ObjectId } from '@server/platform/database'
import type { FileRef } from '@server/platform/files'
import { type RequestMark, requestIndex, requestMarkFields } from '@server/platform/once'
import { type DomainEvent, outboxFields, outboxIndex } from '@server/platform/outbox'
import type { DeadlineKind } from '@shared/cases/moves'
import type { Part } from '@shared/cases/schemas'
import type { Audience, CaseKind, CaseStatus } from '@shared/cases/words'
import type { AvoidanceBy } from '@shared/dispatch/schemas'
import type { StaffRole } from '@shared/identity/schemas'
import type { BookingStatus, Mode, Speaker } from '@shared/mediation/schemas'
import { Schema } from 'mongoose'

/** Whose a case is: a person, or the queue of an organisation. Staff act in public office: their names are kept here. */
export interface Owner {
  type: 'person' | 'organisation'
  id: string
  name: string
  role: StaffRole
}
export type Side = 'applicant' | 'respondent'
/** Somebody who takes part. Names and numbers stay with the person, so that erasing the person erases them. */
export interface Party {
  id: string
  side: Side
  part: Part
  personId: string
  /** Has agreed to take part (the applicant always has). Only then may the person read. */
  accepted: boolean
  /** Under age: a guardian acts and signs. */
  minor?: boolean
  /** guardian, representative: the id of the party for whom. */
  actsFor?: string
  /** representative: what a signed authority allows. */
  authority?: 'general' | 'special'
  /** Has left the mediation, which nobody has to stay in. */
  quit?: boolean
}
/** Another organisation or person who was asked to help. */
export interface Question {
  id: string
  toKey: string
  toName: string
  question: string
  files: FileRef[]
  askedAt: Date
  answer: string | null
  answeredAt: Date | null
  answeredBy: string | null
}
export interface CaseDeadline {
  kind: DeadlineKind
  startedAt: Date
  dueAt: Date
  open: boolean
}
export interface TimelineEntry {
  at: Date
  /** `submitted`, a move's name, or an event such as `booking.confirmed`. */
  type: string
  /** `name` is empty for residents: it is looked up from the person. */
  by: { personId: string | null; name: string; side: Side | 'staff' | 'system' }
  text: string
  audience: Audience[]
}
/** The case's latest booking, as the case shows it; the booking itself is mediation's. */
export interface BookingSnapshot {
  id: string
  status: BookingStatus
  startsAt: Date
  endsAt: Date
  mode: Mode
  venue: { id: string; name: string; address: string; room: string } | null
  mediator: { id: string; name: string }
  meetingUrl: string | null
  /** Who still has to confirm it; documents written before there could be several hold one, or null. */
  awaits: Speaker | Speaker[] | null
  heldUntil?: Date | null
  absent?: ('applicant' | 'respondent' | 'mediator')[]
}

/** Anything that a person brings. Its status is written by `moveCase` only. */
export interface Case {
  _id: ObjectId
  number: string
  kind: CaseKind
  category: string
  title: string
  text: string
  status: CaseStatus
  /** Where it stood when it was suspended. */
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
  /** Persons who have rated this round. */
  ratedBy: string[]
  /** Persons to whom it has been and who gave it back: not assigned to them again by itself. */
  pastOwners: string[]
  /** Persons who must not be given it (avoidance). */
  avoid?: string[]
  /** Whose wish for another mediator the centre has not decided yet. */
  avoidanceOpen?: AvoidanceBy[]
  /** Which sides want the joint room: it is open when both do. */
  jointRoom?: { applicant: boolean; respondent: boolean }
  /** Party ids of those who speak for a side of several, once chosen; and whom each party named. */
  speakers?: Partial<Record<Side, string[]>>
  speakerVotes?: { partyId: string; for: string[] }[]
  /** It was passed on with its file after mediation failed, which happens once. */
  passedOn?: boolean
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
    pastOwners: [String],
    avoid: { type: [String], default: undefined },
    avoidanceOpen: { type: [String], default: undefined },
    jointRoom: { type: Mixed, default: undefined },
    speakers: { type: Mixed, default: undefined },
    speakerVotes: { type: [Mixed], default: undefined } as never,
    passedOn: { type: Boolean, default: undefined },
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
// What is overdue, for those who remind.
schema.index({ dueAt: 1, _id: 1 }, { name: 'due', partialFilterExpression: { open: true } })
// A region's list: large regions walk the newest first, small ones take their range of codes.
schema.index({ createdAt: -1, _id: -1, regionCode: 1 })
schema.index({ regionCode: 1, createdAt: -1, kind: 1, category: 1 })
// Resolved cases whose applicant has not answered in time.
schema.index({ dueAt: 1 }, { name: 'silent', partialFilterExpression: { status: 'resolved' } })
schema.index(...requestIndex)
schema.index(...outboxIndex)

export const CaseModel = model<Case>('Case', schema)

/** The collection behind the model, for the hot paths: no hydration, no casting. Ids must be ObjectIds, values of their types. */
export const caseCollection = () => database().collection<Case>(CaseModel.collection.name)
