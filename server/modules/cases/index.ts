/**
 * Cases: what people bring, its moves, its timeline, and the talk about it. `moveCase` alone writes a status;
 * `recordCaseEvent` writes everything else that the timeline tells. Later modules answer through the ports.
 */
export { caseCarriers } from './carriers'
export {
  type Assignment,
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
export { clockOf, deadlinesBy, deadlinesExtended, ended } from './case-deadlines'
export { caseListener } from './cases.listener'
export { hidesName, isVeiled, keysOf, relationsOf, sideOf } from './cases.policy'
export { caseHandlers } from './cases.routes'
export { closeSilentCases } from './commands/close-silent-cases'
export { followAnother } from './commands/follow-another'
export { followOwner } from './commands/follow-owner'
export { flushReads, logRead, startReadLog, stopReadLog } from './commands/log-read'
export { type MoveInput, moveCase } from './commands/move-case'
export { recordCaseEvent } from './commands/record-case-event'
export { remindOfQuestions } from './commands/remind-of-questions'
export { sendMessage } from './commands/send-message'
export { leadBarOf, mustNotHave } from './merge.policy'
export type { Message } from './message.model'
export { actsFor, hasLeft, partiesOf, signersOf, speaksFor } from './parties.policy'
export { type CasePorts, centreQueue, fillCasePorts, type Routed, type RouteRequest, type Subject } from './ports'
export { findReads, markReadsAudited, unauditedReads } from './queries/audited-reads'
export { type CasePlace, casesAfter } from './queries/cases-after'
export { casesOfPerson, refuseWhileOpen } from './queries/cases-of-person'
export { correctedCases, countCorrected } from './queries/corrected-cases'
export { type CaseCount, countCases, countClosures } from './queries/count-cases'
export { countLoads } from './queries/count-loads'
export { countStanding } from './queries/count-standing'
export { casesById, findCase, findCases, loadCase } from './queries/find-case'
export { findCaseByNumber } from './queries/find-case-by-number'
export { findFields } from './queries/find-fields'
export { findFollowers } from './queries/find-followers'
export { findLatest, type LatestCase } from './queries/find-latest'
export { findMessages } from './queries/find-messages'
export { findLit, openCases } from './queries/find-running'
export { findUnanswered } from './queries/find-unanswered'
export { findQueued, findUnaccepted, type WaitingCase } from './queries/find-waiting'
export { messagesOfPerson } from './queries/messages-of-person'
export { ownedCases } from './queries/owned-cases'
export { partnersOf } from './queries/partners-of'
export { partyNames } from './queries/party-names'
export { talkSeen } from './queries/talk-seen'
export { unreadIn } from './queries/unread-in'
export { unreadMessages } from './queries/unread-messages'
export type { ReadEntry, ReadKind } from './read-log.model'
export { roomMembers } from './room-members'
export { speakerWords } from './talk.presenter'
export { talkHandlers } from './talk.routes'
export { byOf } from './timeline'
