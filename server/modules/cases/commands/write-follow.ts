import type { Session } from '@server/platform/database'
import type { DomainEvent } from '@server/platform/outbox'
import type { Case, Owner } from '../case.model'
import { standingBehind } from '../merge.policy'
import { inboxKeysOf } from './plan-move'
import { recordCaseEvent } from './record-case-event'

/**
 * Writes that a merged case is handled with `lead` by `owner`, from the case as it was read. No move: it stands still
 * while it is merged, and weighs on nobody's desk. Throws Conflict when it is not any more what it was.
 */
export const writeFollow = (options: {
  doc: Case
  lead: Case
  owner: Owner
  text: string
  events?: DomainEvent[]
  session?: Session
}): Promise<Case> => {
  const { doc, lead, owner, text, events, session } = options
  return recordCaseEvent({
    caseId: doc._id.toHexString(),
    where: { leadId: doc.leadId, status: 'suspended', changes: doc.changes },
    set: {
      leadId: lead._id.toHexString(),
      owner,
      inboxKeys: inboxKeysOf({ owner, questions: doc.questions }),
      before: standingBehind(doc.before ?? 'assigned', owner, lead.status),
    },
    entry: { type: 'follow', by: { personId: null, name: '', side: 'system' }, text, audience: ['applicant', 'staff'] },
    ...(events ? { events } : {}),
    ...(session ? { session } : {}),
  })
}
