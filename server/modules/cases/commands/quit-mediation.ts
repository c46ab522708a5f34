import type { Actor } from '@server/platform/actor'
import { inTransaction } from '@server/platform/database'
import { Conflict, Forbidden } from '@server/platform/errors'
import { newEvent } from '@server/platform/outbox'
import { EVERYONE, isOpen, type Relation } from '@shared/cases/words'
import type { Case, Party } from '../case.model'
import { CLOSED_ROOM } from '../joint-room'
import { actsFor, mayLeave, partiesOf } from '../parties.policy'
import { quitText } from '../party-words'
import { findCase } from '../queries/find-case'
import { byOf } from '../timeline'
import { recordCaseEvent } from './record-case-event'

/** Whoever takes part may leave; whoever can decide may come back. */
const concerned = (doc: Case, actor: Actor, quit: boolean): Party[] => {
  const parties = quit ? mayLeave(doc, actor) : actsFor(doc, actor)
  if (parties.length === 0) throw new Forbidden()
  if (doc.kind !== 'dispute' || !isOpen(doc.status)) throw new Conflict('conflict', '这件事现在没有在调解')
  return parties.filter((party) => (party.quit ?? false) !== quit)
}

const write = (doc: Case, changing: Party[], quit: boolean): Pick<Case, 'parties'> & Partial<Case> => {
  const ids = changing.map((party) => party.id)
  const parties = doc.parties.map((party) => (ids.includes(party.id) ? { ...party, quit } : party))
  // Who is gone does not want to talk together.
  return quit && doc.jointRoom ? { parties, jointRoom: CLOSED_ROOM } : { parties }
}

/** Takes a party, and those for whom they act, out of the mediation or back into it. Both sides and the owner are told. */
export const quitMediation = (options: {
  actor: Actor
  caseId: string
  relations: Relation[]
  quit: boolean
  reason: string | undefined
}): Promise<Case> => {
  const { actor, caseId, relations, quit, reason } = options
  return inTransaction(async (session) => {
    const doc = await findCase(caseId, session)
    const changing = concerned(doc, actor, quit)
    const [first] = changing
    if (!first) return doc
    const { side } = first
    const set = write(doc, changing, quit)
    const others = partiesOf(quit ? { parties: set.parties } : doc, side)
    const text = quitText({ side, quit, whole: others.length === 0, reason })
    return recordCaseEvent({
      caseId,
      entry: { type: quit ? 'party.quit' : 'party.rejoined', by: byOf(actor, relations), text, audience: [...EVERYONE] },
      set,
      events: changing.map(({ id: partyId }) => newEvent('party.quit', { caseId, partyId, quit, byPersonId: actor.personId })),
      session,
    })
  })
}
