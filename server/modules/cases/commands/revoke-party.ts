import type { Actor } from '@server/platform/actor'
import { NotFound } from '@server/platform/errors'
import { newEvent } from '@server/platform/outbox'
import type { Relation } from '@shared/cases/words'
import type { Case, Party } from '../case.model'
import { invitationAudience, revokedText } from '../party-words'
import { byOf } from '../timeline'
import { recordCaseEvent } from './record-case-event'

/** The party of a case with this id. Throws NotFound. */
export const partyById = (doc: Case, partyId: string): Party => {
  const party = doc.parties.find((one) => one.id === partyId)
  if (!party) throw new NotFound()
  return party
}

/** Takes a helper or representative off a case, in one write: from then on they read nothing of it. */
export const revokeParty = (options: { actor: Actor; doc: Case; relations: Relation[]; party: Party }): Promise<Case> => {
  const { actor, doc, relations, party } = options
  const { id, side, personId } = party
  const part = party.part === 'party' ? 'respondent' : party.part
  const caseId = doc._id.toHexString()
  // Who filed the case keeps it in the own list, and so does who takes part in another way as well.
  const leaves = personId !== doc.filedBy && !doc.parties.some((one) => one.id !== id && one.personId === personId && one.accepted)
  return recordCaseEvent({
    caseId,
    where: { 'parties.id': id },
    entry: { type: 'party.revoked', by: byOf(actor, relations), text: revokedText(part, side), audience: invitationAudience(part, side) },
    pull: { parties: { id }, ...(leaves ? { memberIds: personId } : {}) },
    events: [newEvent('party.revoked', { caseId, partyId: id, byPersonId: actor.personId })],
  })
}
