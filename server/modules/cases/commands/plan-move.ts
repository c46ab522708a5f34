import { MOVES, type MoveName } from '@shared/cases/moves'
import { type CaseStatus, isClosed, isLoad, isOpen } from '@shared/cases/words'
import { type Case, type Owner, ownerKey, type Pause, type TimelineEntry } from '../case.model'
import { clockOf, deadlinesAfter, deadlinesAnew, pausesAfter } from '../case-deadlines'
import { CLOSED_ROOM } from '../joint-room'
import { standingBehind } from '../merge.policy'
import type { LoadChange } from '../ports'
import { isWaiting } from '../questions'

/** `lead`: the case with which it is handled from now on; undefined when that ends. */
export interface Link {
  leadId: string
  lead: Case | undefined
}

export interface Plan {
  set: Partial<Case>
  entry: TimelineEntry
  /** Whose desk gets lighter, and whose heavier. */
  load: LoadChange[]
  /** Who gave the case away: it is not routed back by itself. */
  past: string | undefined
  /** Begins or ends to be handled with another case. */
  link: Link | undefined
}

/** Whose inboxes show a case: the owner's, and those of who was asked and has not answered. */
export const inboxKeysOf = (doc: Pick<Case, 'owner' | 'questions'>): string[] => {
  const keys = doc.questions.filter(isWaiting).map((question) => question.toKey)
  return [...new Set(doc.owner ? [ownerKey(doc.owner), ...keys] : keys)]
}

/** Whose desk a case weighs on. What is handled with another weighs nothing: the other one does. */
const loadOf = (owner: Owner | null, status: CaseStatus, isMerged: boolean): string | undefined =>
  owner?.type === 'person' && isLoad(status) && !isMerged ? owner.id : undefined

const loadChanges = (before: string | undefined, after: string | undefined, ifRoom: boolean): LoadChange[] => {
  if (before === after) return []
  const changes: LoadChange[] = []
  if (before !== undefined) changes.push({ personId: before, delta: -1 })
  if (after !== undefined) changes.push({ personId: after, delta: 1, ifRoom })
  return changes
}

const pauseOf = (options: {
  doc: Case
  to: CaseStatus
  lead: Case | undefined
  now: Date
}): Pick<Case, 'before' | 'suspendedAt'> & Partial<Pick<Case, 'pauses'>> => {
  const { doc, to, lead, now } = options
  const pauses = pausesAfter(doc, to, now)
  const kept = pauses ? { pauses } : {}
  // How it ended stays known when it is shelved: what closed may still be rated.
  if (to !== 'suspended') return { before: to === 'archived' ? doc.status : null, suspendedAt: null, ...kept }
  return { before: lead ? standingBehind(doc.status, lead.owner, lead.status) : doc.status, suspendedAt: now, ...kept }
}

/** After a pause everything open is computed anew; then the move starts and stops what the table says. */
const clockAfter = (options: { doc: Case; move: MoveName; to: CaseStatus; pauses: Pause[] | undefined; now: Date }) => {
  const { doc, move, to, pauses = [], now } = options
  const goesOn = doc.status === 'suspended' && to !== 'suspended'
  const running = goesOn ? deadlinesAnew(doc.deadlines, pauses, now) : doc.deadlines
  return clockOf(deadlinesAfter({ deadlines: running, rule: MOVES[move], nature: doc, now }), to === 'suspended')
}

/** A merged case that goes anywhere is merged no longer. */
const linkOf = (doc: Case, lead: Case | undefined): Plan['link'] => {
  const leadId = lead?._id.toHexString() ?? doc.leadId
  return leadId === undefined ? undefined : { leadId, lead }
}

/** A reopened case, and one that was passed on, is handled once more, and rated once more; the sides open their room anew. */
const roundOf = (doc: Case, move: MoveName): Partial<Case> | undefined => {
  if (move !== 'reopen' && move !== 'passOn') return undefined
  const again = { round: doc.round + 1, ratedBy: [], ...(doc.jointRoom ? { jointRoom: CLOSED_ROOM } : {}) }
  return move === 'passOn' ? { ...again, passedOn: true } : again
}

/** What a permitted move makes of a case: pure, so that the write can be conditional on the case it was computed from. */
export const planMove = (options: {
  doc: Case
  move: MoveName
  to: CaseStatus
  owner: Owner | null
  /** With which case it is handled from now on. */
  lead?: Case | undefined
  by: TimelineEntry['by']
  text: string
  now: Date
}): Plan => {
  const { doc, move, to, owner, lead, by, text, now } = options
  const rule = MOVES[move]
  const pause = pauseOf({ doc, to, lead, now })
  const givenAway = (move === 'handBack' || move === 'transfer') && doc.owner?.type === 'person' && doc.owner.id === by.personId
  return {
    set: {
      status: to,
      ...pause,
      ...roundOf(doc, move),
      ...(lead ? { leadId: lead._id.toHexString() } : {}),
      owner,
      open: isOpen(to),
      inboxKeys: inboxKeysOf({ owner, questions: doc.questions }),
      ...clockAfter({ doc, move, to, pauses: pause.pauses, now }),
      closedAt: isClosed(to) ? (doc.closedAt ?? now) : null,
      updatedAt: now,
    },
    entry: { at: now, type: move, by, text, audience: [...rule.audience] },
    load: loadChanges(
      loadOf(doc.owner, doc.status, doc.leadId !== undefined),
      loadOf(owner, to, lead !== undefined),
      rule.owner === 'assignee',
    ),
    past: givenAway ? doc.owner?.id : undefined,
    link: linkOf(doc, lead),
  }
}
