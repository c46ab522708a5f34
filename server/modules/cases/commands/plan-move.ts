import { MOVES, type MoveName } from '@shared/cases/moves'
import { type CaseStatus, isClosed, isLoad, isOpen } from '@shared/cases/words'
import { type Case, NEVER, type Owner, ownerKey, type TimelineEntry } from '../case.model'
import { deadlinesAfter, deadlinesResumed, nearestDue } from '../case-deadlines'
import { CLOSED_ROOM } from '../joint-room'
import type { LoadChange } from '../ports'

export interface Plan {
  set: Partial<Case>
  entry: TimelineEntry
  /** Whose desk gets lighter, and whose heavier. */
  load: LoadChange[]
  /** Who gave the case away: it is not routed back by itself. */
  past: string | undefined
}

/** Whose inboxes show a case: the owner's, and those of who was asked and has not answered. */
export const inboxKeysOf = (doc: Pick<Case, 'owner' | 'questions'>): string[] => {
  const keys = doc.questions.filter((question) => question.answeredAt === null).map((question) => question.toKey)
  return [...new Set(doc.owner ? [ownerKey(doc.owner), ...keys] : keys)]
}

const loadOf = (owner: Owner | null, status: CaseStatus): string | undefined =>
  owner?.type === 'person' && isLoad(status) ? owner.id : undefined

const loadChanges = (before: string | undefined, after: string | undefined, ifRoom: boolean): LoadChange[] => {
  if (before === after) return []
  const changes: LoadChange[] = []
  if (before !== undefined) changes.push({ personId: before, delta: -1 })
  if (after !== undefined) changes.push({ personId: after, delta: 1, ifRoom })
  return changes
}

const pauseOf = (doc: Case, move: MoveName, now: Date): Pick<Case, 'before' | 'suspendedAt'> =>
  move === 'suspend' ? { before: doc.status, suspendedAt: now } : { before: null, suspendedAt: null }

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
  by: TimelineEntry['by']
  text: string
  now: Date
}): Plan => {
  const { doc, move, to, owner, by, text, now } = options
  const rule = MOVES[move]
  const resumed = move === 'resume' && doc.suspendedAt ? deadlinesResumed(doc.deadlines, doc.suspendedAt, now) : doc.deadlines
  const deadlines = deadlinesAfter({ deadlines: resumed, rule, kind: doc.kind, now })
  const givenAway = (move === 'handBack' || move === 'transfer') && doc.owner?.type === 'person' && doc.owner.id === by.personId
  return {
    set: {
      status: to,
      ...pauseOf(doc, move, now),
      ...roundOf(doc, move),
      owner,
      open: isOpen(to),
      inboxKeys: inboxKeysOf({ owner, questions: doc.questions }),
      deadlines,
      dueAt: to === 'suspended' ? NEVER : nearestDue(deadlines),
      closedAt: isClosed(to) ? (doc.closedAt ?? now) : null,
      updatedAt: now,
    },
    entry: { at: now, type: move, by, text, audience: [...rule.audience] },
    load: loadChanges(loadOf(doc.owner, doc.status), loadOf(owner, to), rule.owner === 'assignee'),
    past: givenAway ? doc.owner?.id : undefined,
  }
}
