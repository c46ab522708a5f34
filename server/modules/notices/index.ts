/** Targeted notices 信息精细推送: to residents of chosen regions and kinds, after their words have been looked at. */
import type { Job } from '@server/platform/jobs'
import type { Listener } from '@server/platform/outbox'
import { fillResidents } from './commands/fill-residents'
import { decisionListener } from './commands/hear-decisions'
import { residentListener } from './commands/keep-residents'
import { sendBatches } from './commands/send-batches'

export { followPeople } from './commands/keep-residents'
export { noticeHandlers } from './notices.routes'

export const noticeListeners: Listener[] = [residentListener, decisionListener]

export const noticeJobs: Job[] = [
  { name: 'send notices', every: '10 seconds', run: sendBatches },
  { name: 'learn who lives where', every: '1 minute', run: fillResidents },
]
