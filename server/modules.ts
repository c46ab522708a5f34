import type { Config } from './config'
import { archiveHandlers, archiveJobs, archiveListener, archivePorts } from './modules/archive'
import {
  caseCarriers,
  caseHandlers,
  casesOfPerson,
  closeSilentCases,
  fillCasePorts,
  messagesOfPerson,
  refuseWhileOpen,
  startReadLog,
  stopReadLog,
  talkHandlers,
} from './modules/cases'
import { deadlineHandlers, refreshCalendars, startRules, stopRules, useTimeZone } from './modules/deadlines'
import {
  colleaguesOf,
  dispatchHandlers,
  dispatchJobs,
  dispatchListener,
  dispatchPorts,
  listenToRoles,
  routingHandlers,
} from './modules/dispatch'
import { duplicateCarriers, duplicateHandlers, duplicateJobs, duplicateListener, duplicatePorts } from './modules/duplicates'
import {
  answersOfPerson,
  feedbackCarriers,
  feedbackHandlers,
  feedbackJobs,
  feedbackListener,
  feedbackOfPerson,
  feedbackPorts,
} from './modules/feedback'
import { configureIdentity, identityHandlers, onErase, onPersonData, startIdentity, stopIdentity } from './modules/identity'
import {
  bookingsOfPerson,
  configureMediation,
  endFeedsWithRoles,
  mediationHandlers,
  mediationJobs,
  mediationListener,
  mediationPorts,
} from './modules/mediation'
import {
  configureModeration,
  forgetChecks,
  hearVerdict,
  moderationCarriers,
  moderationHandlers,
  moderationJobs,
  moderationListener,
} from './modules/moderation'
import { followPeople, noticeHandlers, noticeJobs, noticeListeners } from './modules/notices'
import { configureNotifications, notificationHandlers, notificationListener, notificationsOfPerson, sendDue } from './modules/notifications'
import { obligationHandlers, obligationJobs, obligationListener, obligationPorts } from './modules/obligations'
import { forgetErased, opinionHandlers, opinionListener } from './modules/opinion'
import { configurePapers, paperHandlers, paperListener, paperPorts, papersOfPerson } from './modules/papers'
import { regionHandlers, warmRegions } from './modules/regions'
import { supervisionHandlers, supervisionJobs, supervisionListener, supervisionPorts } from './modules/supervision'
import {
  startUnderstanding,
  stopUnderstanding,
  understandingHandlers,
  understandingJobs,
  understandingPorts,
} from './modules/understanding'
import { fileHandlers, removeUnusedFiles } from './platform/files'
import type { Handlers } from './platform/http/request'
import type { Job } from './platform/jobs'
import type { Logger } from './platform/log'
import type { Listener } from './platform/outbox'
import type { WeChat } from './platform/wechat'

/** Gives each module its settings, and the earlier ones the answers of the later. */
export const configureModules = (options: { config: Config; wechat: WeChat }): void => {
  const { config, wechat } = options
  useTimeZone(config.timeZone)
  configureIdentity({ tokenSecret: config.tokenSecret, dataKey: config.dataKey, wechat })
  configureMediation({ publicUrl: config.publicUrl, colleagues: colleaguesOf })
  configurePapers({ publicUrl: config.publicUrl })
  configureNotifications({ wechat, templates: config.wechat.templates, double: config.wechat.endpoint !== undefined })
  configureModeration({ wechat, publicUrl: config.publicUrl })
  fillCasePorts({
    ...dispatchPorts,
    ...understandingPorts,
    cardAbilities: [...mediationPorts.cardAbilities, ...feedbackPorts.cardAbilities],
    abilities: [
      ...dispatchPorts.abilities,
      feedbackPorts.abilities,
      paperPorts.abilities,
      obligationPorts.abilities,
      duplicatePorts.abilities,
      archivePorts.abilities,
      supervisionPorts.abilities,
    ],
    presentBooking: mediationPorts.presentBooking,
    feedbackFor: feedbackPorts.feedbackFor,
  })
  listenToRoles()
  endFeedsWithRoles()
  onErase(refuseWhileOpen)
  onPersonData('cases', casesOfPerson)
  onPersonData('messages', messagesOfPerson)
  onPersonData('bookings', bookingsOfPerson)
  onPersonData('feedback', feedbackOfPerson)
  onPersonData('papers', papersOfPerson)
  onPersonData('followUpAnswers', answersOfPerson)
  onPersonData('notifications', notificationsOfPerson)
  forgetErased()
  forgetChecks()
  followPeople()
}

/** The handlers of the whole contract. */
export const allHandlers = (log: Logger): Handlers => ({
  ...identityHandlers(),
  ...regionHandlers(),
  ...fileHandlers({ log }),
  ...deadlineHandlers(),
  ...caseHandlers(),
  ...talkHandlers(),
  ...understandingHandlers(),
  ...dispatchHandlers(),
  ...routingHandlers(),
  ...duplicateHandlers(),
  ...supervisionHandlers(),
  ...mediationHandlers(),
  ...feedbackHandlers(),
  ...paperHandlers(),
  ...obligationHandlers(),
  ...archiveHandlers(),
  ...notificationHandlers(),
  ...moderationHandlers(),
  ...noticeHandlers(),
  ...opinionHandlers(),
})

/** Who writes events into the outbox, and who hears of them. */
export const carriers = [...caseCarriers, ...feedbackCarriers, ...moderationCarriers, ...duplicateCarriers]
export const listeners: Listener[] = [
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
]

export const jobs: Job[] = [
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
]

const CALENDARS_EVERY_MS = 60_000
let calendars: NodeJS.Timeout | undefined

/** What every process does while it runs, whether it runs jobs or not. */
export const startModules = async (): Promise<void> => {
  await Promise.all([warmRegions(), refreshCalendars(), startRules(), startIdentity(), startUnderstanding()])
  startReadLog()
  calendars = setInterval(() => refreshCalendars().catch(() => undefined), CALENDARS_EVERY_MS)
}
export const stopModules = async (): Promise<void> => {
  clearInterval(calendars)
  stopRules()
  stopIdentity()
  stopUnderstanding()
  await stopReadLog()
}

export { hearVerdict, sendDue }
