import type { DomainEvent } from '@server/platform/outbox'
import { MOVES, type MoveName } from '@shared/cases/moves'
import type { Assignment, Case } from '../case.model'
import { ports } from '../ports'
import type { Plan } from './plan-move'

/** What the service writes together with a move of its own. */
export interface MoveExtras {
  /** Why it goes to whom it goes. */
  assignment?: Assignment
  /** Who is not given it again by itself. */
  past?: string
  events?: DomainEvent[]
}

/** How many assignments a case keeps. */
const KEPT = 10

/** Whoever gives a case to somebody by hand needs no candidates. */
const byHand = (move: MoveName, { entry, set }: Plan): Assignment | undefined => {
  if (MOVES[move].owner !== 'assignee' || entry.by.personId === null) return undefined
  return { at: entry.at, by: 'hand', rule: null, version: null, chosen: set.owner?.name ?? null, why: entry.text, candidates: [] }
}

/** When silence gives a case to the next: only while a person has to accept it. */
const silentAtAfter = async (doc: Case, { set, entry }: Plan): Promise<Date | undefined> => {
  if (set.status !== 'assigned' || set.owner?.type !== 'person') return undefined
  return ports().silentAt({ regionCode: doc.regionCode, risk: doc.risk, from: entry.at })
}

/** What is written beside the move itself, as parts of its update. */
export const extrasOf = async (options: { doc: Case; plan: Plan; move: MoveName; extras: MoveExtras | undefined }) => {
  const { doc, plan, move, extras = {} } = options
  const silentAt = await silentAtAfter(doc, plan)
  const assignment = extras.assignment ?? byHand(move, plan)
  const past = plan.past ?? extras.past
  return {
    events: extras.events ?? [],
    set: silentAt ? { silentAt } : {},
    unset: (silentAt ? {} : { silentAt: '' }) as Record<string, ''>,
    push: assignment ? { assignments: { $each: [assignment], $slice: -KEPT } } : {},
    addToSet: past === undefined ? undefined : { pastOwners: past },
  }
}
