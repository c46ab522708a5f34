import type { Config } from './config'
import { answerHandlers } from './modules/answers'
import { archiveHandlers, archivePorts } from './modules/archive'
import { briefHandlers, configureBriefs } from './modules/briefs'
import {
  caseHandlers,
  casesOfPerson,
  fillCasePorts,
  messagesOfPerson,
  refuseWhileOpen,
  startReadLog,
  stopReadLog,
  talkHandlers,
} from './modules/cases'
import { configureConsultations, consultationHandlers, placeHandlers, statementHandlers } from './modules/consultations'
import { deadlineHandlers, refreshCalendars, startRules, stopRules, useTimeZone } from './modules/deadlines'
import { colleaguesOf, dispatchHandlers, dispatchPorts, listenToRoles, routingHandlers } from './modules/dispatch'
import { duplicateHandlers, duplicatePorts } from './modules/duplicates'
import { answersOfPerson, feedbackHandlers, feedbackOfPerson, feedbackPorts } from './modules/feedback'
import { configureIdentity, identityHandlers, onErase, onPersonData, startIdentity, stopIdentity } from './modules/identity'
import { configureInsight, followWordings, insightHandlers, stopInsight } from './modules/insight'
import { bookingsOfPerson, configureMediation, endFeedsWithRoles, mediationHandlers, mediationPorts } from './modules/mediation'
import { configureModeration, forgetChecks, hearVerdict, moderationHandlers } from './modules/moderation'
import { followPeople, noticeHandlers } from './modules/notices'
import { configureNotifications, notificationHandlers, notificationsOfPerson, sendDue } from './modules/notifications'
import { obligationHandlers, obligationPorts } from './modules/obligations'
import { forgetErased, opinionHandlers } from './modules/opinion'
import { configurePapers, paperHandlers, paperPorts, papersOfPerson } from './modules/papers'
import { regionHandlers, warmRegions } from './modules/regions'
import { supervisionHandlers, supervisionPorts } from './modules/supervision'
import { startUnderstanding, stopUnderstanding, understandingHandlers, understandingPorts } from './modules/understanding'
import { fileHandlers } from './platform/files'
import type { Handlers } from './platform/http/request'
import type { Logger } from './platform/log'
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
  configureInsight()
  configureConsultations()
  configureBriefs()
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
  ...insightHandlers(),
  ...consultationHandlers(),
  ...placeHandlers(),
  ...statementHandlers(),
  ...briefHandlers(),
  ...answerHandlers(),
})

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
  await stopInsight()
  await stopReadLog()
}

export { followWordings, hearVerdict, sendDue }
