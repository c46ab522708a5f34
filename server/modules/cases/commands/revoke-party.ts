import type { Actor } from '@server/platform/actor'
import { inTransaction } from '@server/platform/database'
import { NotFound } from '@server/platform/errors'
import { newEvent } from '@server/platform/outbox'
import type { Relation } from '@shared/cases/words'
import type { Case, Party } from '../case.model'
import { invitationAudience, revokedText } from '../party-words'
import { findCase } from '../queries/find-case'
import { byOf } from '../timeline'
import { recordCaseEvent } from './record-case-event'

/** The party of a case with this id. Throws NotFound. */
export const partyById = ({ parties }: Pick<Case, 'parties'>, partyId: string): Party => {
  const party = parties.find((one) => one.id === partyId)
  if (!party) throw new NotFound()
  return party
}

/**
 * Takes a helper or representative off a case: from then on they read nothing of it. What else somebody is in the case is
 * read in the same transaction, for it may change at the same moment. Throws NotFound when it has been done.
 */
export const revokeParty = (options: { actor: Actor; caseId: string; partyId: string; relations: Relation[] }): Promise<Case> =>
  inTransaction(async (session) => {
    const { actor, caseId, partyId, relations } = options
    const { filedBy, parties } = await findCase(caseId, session)
    const { part, side, personId } = partyById({ parties }, partyId)
    const named = part === 'party' ? 'respondent' : part
    // Who filed the case keeps it in the own list, and so does who takes part in another way as well.
    const leaves = personId !== filedBy && !parties.some((one) => one.id !== partyId && one.personId === personId && one.accepted)
    const entry = {
      type: 'party.revoked',
      by: byOf(actor, relations),
      text: revokedText(named, side),
      audience: invitationAudience(named, side),
    }
    return recordCaseEvent({
      caseId,
      entry,
      pull: { parties: { id: partyId }, ...(leaves ? { memberIds: personId } : {}) },
      events: [newEvent('party.revoked', { caseId, partyId, personId, byPersonId: actor.personId })],
      session,
    })
  })
