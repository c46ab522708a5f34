import type { Actor } from '@server/platform/actor'
import { Conflict, InvalidInput } from '@server/platform/errors'
import { newEvent } from '@server/platform/outbox'
import { isOpen, type Relation } from '@shared/cases/words'
import type { Case, Party } from '../case.model'
import { minorText } from '../party-words'
import { byOf } from '../timeline'
import { recordCaseEvent } from './record-case-event'

/** Notes that a party is under age, so that a guardian acts and signs; or that they are not. */
export const changeParty = async (options: {
  actor: Actor
  doc: Case
  relations: Relation[]
  party: Party
  minor: boolean
}): Promise<Case> => {
  const { actor, doc, relations, party, minor } = options
  const { id, side } = party
  const caseId = doc._id.toHexString()
  if (party.part !== 'party') throw InvalidInput.field('partyId', 'not_a_party', '只能标注当事人本人')
  if (!isOpen(doc.status)) throw new Conflict('conflict', '这件事已经办结')
  if ((party.minor ?? false) === minor) return doc
  return recordCaseEvent({
    caseId,
    where: { open: true, 'parties.id': id },
    entry: { type: 'party.changed', by: byOf(actor, relations), text: minorText(side, minor), audience: [side, 'staff'] },
    set: { 'parties.$.minor': minor },
    events: [newEvent('party.changed', { caseId, partyId: id, side, byPersonId: actor.personId })],
  })
}
