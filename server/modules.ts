import type { Config } from './config'
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
import { deadlineHandlers, refreshCalendars, useTimeZone } from './modules/deadlines'
import { dispatchHandlers, dispatchPorts, listenToRoles, reconcileLoads } from './modules/dispatch'
import { feedbackCarriers, feedbackHandlers, feedbackOfPerson, feedbackPorts } from './modules/feedback'
import { configureIdentity, identityHandlers, onErase, onPersonData, startIdentity, stopIdentity } from './modules/identity'
import { bookingsOfPerson, mediationHandlers, mediationListener, mediationPorts } from './modules/mediation'
import { configureNotifications, notificationHandlers, notificationListener, notificationsOfPerson, sendDue } from './modules/notifications'
import { forgetErased, opinionHandlers, opinionListener } from './modules/opinion'
import { regionHandlers, warmRegions } from './modules/regions'
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
  configureNotifications({ wechat, templates: config.wechat.templates, double: config.wechat.endpoint !== undefined })
  fillCasePorts({
    ...dispatchPorts,
    abilities: [mediationPorts.abilities, feedbackPorts.abilities],
    presentBooking: mediationPorts.presentBooking,
    feedbackFor: feedbackPorts.feedbackFor,
  })
  listenToRoles()
  onErase(refuseWhileOpen)
  onPersonData('cases', casesOfPerson)
  onPersonData('messages', messagesOfPerson)
  onPersonData('bookings', bookingsOfPerson)
  onPersonData('feedback', feedbackOfPerson)
  onPersonData('notifications', notificationsOfPerson)
  forgetErased()
}

/** The handlers of the whole contract. */
export const allHandlers = (log: Logger): Handlers => ({
  ...identityHandlers(),
  ...regionHandlers(),
  ...fileHandlers({ log }),
  ...deadlineHandlers(),
  ...caseHandlers(),
  ...talkHandlers(),
  ...dispatchHandlers(),
  ...mediationHandlers(),
  ...feedbackHandlers(),
  ...notificationHandlers(),
  ...opinionHandlers(),
})

/** Who writes events into the outbox, and who hears of them. */
export const carriers = [...caseCarriers, ...feedbackCarriers]
export const listeners: Listener[] = [mediationListener, notificationListener, opinionListener]

export const jobs: Job[] = [
  { name: 'close silent cases', every: '10 minutes', run: closeSilentCases },
  { name: 'reconcile loads', every: '10 minutes', run: reconcileLoads },
  { name: 'remove unused files', every: '1 hour', run: removeUnusedFiles },
]

const CALENDARS_EVERY_MS = 60_000
let calendars: NodeJS.Timeout | undefined

/** What every process does while it runs, whether it runs jobs or not. */
export const startModules = async (): Promise<void> => {
  await Promise.all([warmRegions(), refreshCalendars(), startIdentity()])
  startReadLog()
  calendars = setInterval(() => refreshCalendars().catch(() => undefined), CALENDARS_EVERY_MS)
}
export const stopModules = async (): Promise<void> => {
  clearInterval(calendars)
  stopIdentity()
  await stopReadLog()
}

export { sendDue }
