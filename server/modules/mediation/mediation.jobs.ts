import type { Job } from '@server/platform/jobs'
import { endHolds } from './commands/end-holds'
import { sendReminders } from './commands/send-reminders'

/** What mediation does by itself as time passes. */
export const mediationJobs: Job[] = [
  { name: 'end holds', every: '1 minute', run: endHolds },
  { name: 'remind of sessions', every: '1 minute', run: sendReminders },
]
