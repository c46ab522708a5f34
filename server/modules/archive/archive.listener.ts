import type { Listener } from '@server/platform/outbox'
import { enterEvents } from './audit/enter-events'
import { markWanted } from './commands/mark-wanted'
import { supplementByEvent } from './commands/supplement-by-event'

/** Enters everything that happens into the audit, notes which files have to be frozen, and adds to frozen ones what comes later. */
export const archiveListener: Listener = async (events) => {
  for (const event of events) {
    const { type, data } = event
    if (type === 'case.moved' && data.to === 'archived') await markWanted(String(data.caseId))
    await supplementByEvent(event)
  }
  await enterEvents(events)
}
