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
  type Party,
  type Side,
  type TimelineEntry,
} from './case.model'
export { hidesName, isVeiled, keysOf, relationsOf, sideOf } from './cases.policy'
export { caseHandlers } from './cases.routes'
export { closeSilentCases } from './commands/close-silent-cases'
export { flushReads, logRead, startReadLog, stopReadLog } from './commands/log-read'
export { moveCase } from './commands/move-case'
export { recordCaseEvent } from './commands/record-case-event'
export type { Message } from './message.model'
export { actsFor, hasLeft, partiesOf, signersOf, speaksFor } from './parties.policy'
export { type CasePorts, centreQueue, fillCasePorts, type Routed, type Subject } from './ports'
export { findReads, markReadsAudited, unauditedReads } from './queries/audited-reads'
export { casesOfPerson, refuseWhileOpen } from './queries/cases-of-person'
export { type CaseCount, countCases, countClosures } from './queries/count-cases'
export { countLoads } from './queries/count-loads'
export { casesById, findCase, findCases, loadCase } from './queries/find-case'
export { findCaseByNumber } from './queries/find-case-by-number'
export { findMessages } from './queries/find-messages'
export { findOverdue, type OverdueCursor } from './queries/find-overdue'
export { messagesOfPerson } from './queries/messages-of-person'
export { partnersOf } from './queries/partners-of'
export { partyNames } from './queries/party-names'
export { unreadMessages } from './queries/unread-messages'
export type { ReadEntry, ReadKind } from './read-log.model'
export { roomMembers } from './room-members'
export { speakerWords } from './talk.presenter'
export { talkHandlers } from './talk.routes'
export { byOf } from './timeline'
