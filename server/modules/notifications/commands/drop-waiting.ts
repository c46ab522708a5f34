import { clock } from '@server/platform/clock'
import type { DomainEvent } from '@server/platform/outbox'
import { NotificationModel } from '../notification.model'

interface Leaving {
  personId: string
  caseId: string
  eventId: string
}

/** Whom an event takes a case away from: a handler whose case goes elsewhere, a helper who is taken off. */
const leavingOf = ({ id, type, data }: DomainEvent): Leaving[] => {
  const caseId = String(data.caseId)
  if (type === 'party.revoked' && data.personId) return [{ personId: String(data.personId), caseId, eventId: id }]
  const { ownerBefore, ownerAfter } = data as { ownerBefore?: string | null; ownerAfter?: string | null }
  if (type !== 'case.moved' || !ownerBefore?.startsWith('p:') || ownerBefore === ownerAfter) return []
  return [{ personId: ownerBefore.slice(2), caseId, eventId: id }]
}

/** What waits to be sent about a case, until the morning for instance, is not sent to who has nothing to do with it any more. */
export const dropWaiting = async (events: readonly DomainEvent[]): Promise<void> => {
  for (const { personId, caseId, eventId } of events.flatMap(leavingOf)) {
    const set = { 'delivery.state': 'refused', 'delivery.reason': 'no longer concerned', 'delivery.endedAt': clock.now() }
    await NotificationModel.updateMany({ personId, caseId, 'delivery.state': 'waiting', eventId: { $ne: eventId } }, { $set: set })
  }
}
