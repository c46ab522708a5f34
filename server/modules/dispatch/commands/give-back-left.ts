import { type Case, findCases, type MoveInput, ownedCases } from '@server/modules/cases'
import { handlersAmong } from '@server/modules/identity'
import type { DomainEvent } from '@server/platform/outbox'
import { MOVES, type MoveName } from '@shared/cases/moves'
import { HANDLER_LEFT } from '../why'
import { moveByItself } from './move-by-itself'

/** Moves that bring a case back to whoever had it. */
const RETURNING: readonly MoveName[] = ['object', 'reopen', 'resume', 'unmerge']

/** What stands still goes on first: only then can it be given to somebody. What waits for its applicant's word waits on. */
const moveFor = ({ owner, status, leadId }: Case): MoveInput | undefined => {
  if (status === 'suspended' && leadId === undefined) return { move: 'resume', reason: HANDLER_LEFT }
  return MOVES.handBack.from.includes(status)
    ? { move: 'handBack', reason: HANDLER_LEFT, extras: owner ? { past: owner.id } : {} }
    : undefined
}

const giveBack = async (caseId: string, personId: string): Promise<void> => {
  const next = async (doc: Case) => (doc.owner?.type === 'person' && doc.owner.id === personId ? moveFor(doc) : undefined)
  while ((await moveByItself({ caseId, next }))?.owner?.id === personId);
}

/** Gives the open cases of somebody who handles none any more back to the centre: nobody else would read what comes in. */
export const giveBackCasesOf = async (personId: string): Promise<void> => {
  for (const { _id } of await ownedCases(personId)) await giveBack(_id.toHexString(), personId)
}

/** The same for a case that came back to somebody who handles none any more: its applicant objected, or had it reopened. */
export const giveBackReturned = async (events: readonly DomainEvent[]): Promise<void> => {
  const returned = events.filter(({ type, data }) => type === 'case.moved' && RETURNING.includes(data.move as MoveName))
  if (returned.length === 0) return
  const docs = await findCases([...new Set(returned.map(({ data }) => String(data.caseId)))])
  const owners = docs.flatMap(({ owner }) => (owner?.type === 'person' ? owner.id : []))
  const there = new Set(await handlersAmong(owners))
  for (const { _id, owner } of docs) if (owner?.type === 'person' && !there.has(owner.id)) await giveBack(_id.toHexString(), owner.id)
}
