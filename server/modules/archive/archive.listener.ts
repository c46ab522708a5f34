import type { Listener } from '@server/platform/outbox'
import { enterEvents } from './audit/enter-events'
import { markWanted } from './commands/mark-wanted'

/** Enters everything that happens into the audit, and notes which files have to be frozen. */
export const archiveListener: Listener = async (events) => {
  for (const { type, data } of events) if (type === 'case.moved' && data.to === 'archived') await markWanted(String(data.caseId))
  await enterEvents(events)
}
