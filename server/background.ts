import { answerCarriers, answerListener } from './modules/answers'
import { archiveJobs, archiveListener } from './modules/archive'
import { briefCarriers, briefJobs, briefListener } from './modules/briefs'
import { caseCarriers, caseListener, closeSilentCases } from './modules/cases'
import { consultationCarriers, consultationJobs, consultationListeners } from './modules/consultations'
import { dispatchJobs, dispatchListener } from './modules/dispatch'
import { countUncompared, duplicateCarriers, duplicateJobs, duplicateListener } from './modules/duplicates'
import { feedbackCarriers, feedbackJobs, feedbackListener } from './modules/feedback'
import { identityJobs } from './modules/identity'
import { mediationJobs, mediationListener } from './modules/mediation'
import { moderationCarriers, moderationJobs, moderationListener } from './modules/moderation'
import { noticeJobs, noticeListeners } from './modules/notices'
import { countDeliveries, notificationListener } from './modules/notifications'
import { obligationJobs, obligationListener } from './modules/obligations'
import { opinionListener } from './modules/opinion'
import { paperListener } from './modules/papers'
import { supervisionJobs, supervisionListener } from './modules/supervision'
import { understandingJobs } from './modules/understanding'
import { removeUnusedFiles } from './platform/files'
import type { Job } from './platform/jobs'
import type { Level } from './platform/metrics'
import { type Listener, outboxLagSeconds } from './platform/outbox'

/** Who writes events into the outbox, and who hears of them. */
export const carriers = [
  ...caseCarriers,
  ...feedbackCarriers,
  ...moderationCarriers,
  ...duplicateCarriers,
  ...consultationCarriers,
  ...briefCarriers,
  ...answerCarriers,
]
export const listeners: Listener[] = [
  caseListener,
  dispatchListener,
  supervisionListener,
  mediationListener,
  paperListener,
  obligationListener,
  feedbackListener,
  archiveListener,
  notificationListener,
  opinionListener,
  moderationListener,
  duplicateListener,
  ...noticeListeners,
  ...consultationListeners,
  briefListener,
  answerListener,
]

export const jobs: Job[] = [
  ...identityJobs,
  ...dispatchJobs,
  ...understandingJobs,
  { name: 'close silent cases', every: '10 minutes', run: closeSilentCases },
  { name: 'remove unused files', every: '1 hour', run: removeUnusedFiles },
  ...mediationJobs,
  ...obligationJobs,
  ...feedbackJobs,
  ...archiveJobs,
  ...supervisionJobs,
  ...moderationJobs,
  ...noticeJobs,
  ...duplicateJobs,
  ...consultationJobs,
  ...briefJobs,
]

/** How far all this is behind. */
export const levels: Level[] = [
  { name: 'outbox_lag_seconds', help: 'Age of the oldest event that waits to be told', read: () => outboxLagSeconds(carriers) },
  { name: 'deliveries', help: 'WeChat messages that have not arrived, by state (at most 100,000)', read: countDeliveries },
  { name: 'cases_uncompared', help: 'Cases that wait to be compared with others', read: countUncompared },
]
