import type { Listener } from '@server/platform/outbox'
import { planFollowUps } from './commands/plan-follow-ups'

/** A case that was closed is followed up; one that was reopened is not, until it is closed again. */
export const feedbackListener: Listener = async (events) => {
  for (const { type, data } of events) {
    if (type !== 'case.moved') continue
    const closed = data.to === 'closed'
    if (closed || data.move === 'reopen') await planFollowUps({ caseId: String(data.caseId), closed })
  }
}
