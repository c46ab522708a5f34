/**
 * Cases: what people bring, its moves, its timeline, and the talk about it. `moveCase` alone writes a status;
 * `recordCaseEvent` writes everything else that the timeline tells. Later modules answer through the ports.
 */
export { caseCarriers } from './carriers'
export {
  type BookingSnapshot,
  type Case,
  NEVER,
  type Owner,
  organisationKey,
  ownerKey,
  type Side,
  type TimelineEntry,
} from './case.model'
export { relationsOf } from './cases.policy'
export { caseHandlers } from './cases.routes'
export { closeSilentCases } from './commands/close-silent-cases'
export { flushReads, logRead, startReadLog, stopReadLog } from './commands/log-read'
export { recordCaseEvent } from './commands/record-case-event'
export type { Message } from './message.model'
export { type CasePorts, centreQueue, fillCasePorts, type Routed } from './ports'
export { casesOfPerson, refuseWhileOpen } from './queries/cases-of-person'
export { type CaseCount, countCases, countClosures } from './queries/count-cases'
export { countLoads } from './queries/count-loads'
export { findCase, findCases, loadCase } from './queries/find-case'
export { findMessages } from './queries/find-messages'
export { findOverdue, type OverdueCursor } from './queries/find-overdue'
export { messagesOfPerson } from './queries/messages-of-person'
export { unreadMessages } from './queries/unread-messages'
export type { ReadKind } from './read-log.model'
export { roomMembers } from './room-members'
export { speakerWords } from './talk.presenter'
export { talkHandlers } from './talk.routes'
export { byOf } from './timeline'
