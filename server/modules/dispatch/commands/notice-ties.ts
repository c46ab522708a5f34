import { byOf, type Case } from '@server/modules/cases'
import { handlersAmong } from '@server/modules/identity'
import { isDuplicate } from '@server/platform/database'
import { Conflict } from '@server/platform/errors'
import { handlerOf } from '../avoidance.policy'
import { NOTICED } from '../avoidance-words'
import { isTied, subjectOf } from '../queries/tied-to'
import { newAvoidance } from './ask-avoidance'
import { keepSharedTies } from './keep-ties'
import { recordAvoidance } from './record-avoidance'

/** Handlers who take part in a case as private persons are not given cases of those with whom they do. */
const keepForHandlers = async (doc: Case): Promise<void> => {
  const taking = doc.parties.filter((party) => party.accepted && party.part !== 'helper').map((party) => party.personId)
  for (const personId of await handlersAmong(taking)) await keepSharedTies(personId)
}

/**
 * Somebody has joined a case: if its handler is close to them, the centre is asked to look at it. Hearing of the same
 * event twice asks once.
 */
export const noticeTies = async (options: { doc: Case; partyId: string; eventId: string }): Promise<void> => {
  const { doc, partyId, eventId } = options
  await keepForHandlers(doc)
  const mediator = handlerOf(doc)
  const joined = doc.parties.filter((party) => party.id === partyId)
  if (!mediator || joined.length === 0) return
  if (!(await isTied(mediator.id, await subjectOf({ parties: joined, address: '' })))) return
  const avoidance = { ...newAvoidance({ doc, mediator, by: 'mediator', askedBy: null, reason: NOTICED }), cause: eventId }
  try {
    await recordAvoidance({ avoidance, by: byOf('system', []) })
  } catch (error) {
    // It has been asked already, or the case has gone to somebody else.
    if (!isDuplicate(error) && !(error instanceof Conflict)) throw error
  }
}
