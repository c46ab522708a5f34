import { recordCaseEvent, type TimelineEntry } from '@server/modules/cases'
import { inTransaction } from '@server/platform/database'
import { newEvent } from '@server/platform/outbox'
import { type Avoidance, AvoidanceModel } from '../avoidance.model'
import { askedText, audienceOf, DECLARED } from '../avoidance-words'

/**
 * Writes a request with its entry in the timeline and its event, in one transaction, if the case is still with that
 * mediator. One that a mediator made is granted already: whoever declares a conflict is believed.
 */
export const recordAvoidance = (options: { avoidance: Avoidance; by: TimelineEntry['by'] }): Promise<Avoidance> => {
  const { avoidance, by } = options
  const { caseId, mediatorId, askedBy } = avoidance
  const change = avoidance.state === 'open' ? 'asked' : 'declared'
  const text = change === 'asked' ? askedText(avoidance.by) : DECLARED
  return inTransaction(async (session) => {
    // First, so that the second request of a side is refused by its index.
    await AvoidanceModel.collection.insertOne({ ...avoidance }, { session })
    await recordCaseEvent({
      caseId,
      where: { 'owner.id': mediatorId },
      entry: { type: `avoidance.${change}`, by, text, audience: audienceOf(avoidance) },
      addToSet: change === 'asked' ? { avoidanceOpen: avoidance.by } : { avoid: mediatorId },
      events: [newEvent('avoidance.changed', { caseId, requestId: avoidance._id.toHexString(), change, byPersonId: askedBy })],
      session,
    })
    return avoidance
  })
}
