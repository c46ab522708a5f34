import type { FileRef } from '@server/platform/files'
import type { DeadlineKind } from '@shared/cases/moves'
import type { Part } from '@shared/cases/schemas'
import type { Audience } from '@shared/cases/words'
import type { Limit } from '@shared/deadlines/schemas'
import type { FitPart } from '@shared/dispatch/routing'
import type { StaffRole } from '@shared/identity/schemas'
import type { BookingStatus, Mode, Speaker } from '@shared/mediation/schemas'

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
  /** By when the owner needs it; missing in those asked before there were dates. */
  dueAt?: Date
  withdrawnAt?: Date
  /** The last time that somebody was told it is late. */
  remindedAt?: Date
}
/** `dueAt` and `warnAt` follow from the rest and the case's pauses, and are kept for the index. */
export interface CaseDeadline {
  kind: DeadlineKind
  startedAt: Date
  dueAt: Date
  open: boolean
  /** Missing while it runs, and in those that ended before this was kept. */
  endedAt?: Date
  /** What it is made of; missing in those that began before rules were data. */
  limit?: Limit
  /** Granted on top, in working days. */
  extraDays?: number
  /** When the light turns yellow. */
  warnAt?: Date
  /** The version of the rules by which it began; missing: those in the code. */
  version?: number
  /** The last light of which somebody was told; when the next level above is told, and which one was told last. */
  lit?: 'yellow' | 'red'
  escalateAt?: Date
  escalatedTo?: string
}
/** A time in which the clock stood; the last one goes on while `to` is null. */
export interface Pause {
  from: Date
  to: Date | null
}
/** Somebody who came into question for a case, and what counted how much (0–1 each). */
export interface Candidate {
  personId: string
  name: string
  score: number
  parts: Record<FitPart, number>
}
/** Why a case was given to somebody by the service, at most ten are kept. */
export interface Assignment {
  at: Date
  by: 'submission' | 'silence' | 'morning' | 'avoidance' | 'hand'
  rule: string | null
  version: number | null
  chosen: string | null
  why: string
  /** The applicant has asked for this person. */
  wished?: true
  /** It is no matter for us: with these words it is returned as soon as it is written. */
  answer?: string
  /** The best five. */
  candidates: Candidate[]
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
