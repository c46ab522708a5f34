import { type Case, casesById } from '@server/modules/cases'
import type { Listener } from '@server/platform/outbox'
import { dropWaiting } from './commands/drop-waiting'
import { type Notice, notify } from './commands/notify'
import { onDemand, onFollowUp, onJudicial, onObligation } from './compose-after'
import { onMoved, onSubmitted, type Told } from './compose-moves'
import { onAvoidance, onPaper, onQuit, onRoom } from './compose-papers'
import { onAnswered, onAsked, onBooking, onCheck, onFeedback, onMessage, onPartyAnswered } from './compose-talk'
import { onEscalated, onExtension, onLight, onQuestion, onRisk, onSilence, onSimilar, onSupervision } from './compose-watch'
import { isForStaff } from './notice'
import { withoutRepeats } from './quiet'
import { outsiders } from './recipients'

/** Which event tells whom; others concern nobody. */
const COMPOSERS: Record<string, (told: Told) => Promise<Notice[]>> = {
  'case.submitted': onSubmitted,
  'case.moved': onMoved,
  'message.sent': onMessage,
  'party.answered': onPartyAnswered,
  'question.asked': onAsked,
  'question.answered': onAnswered,
  'booking.changed': onBooking,
  'feedback.given': onFeedback,
  'check.decided': onCheck,
  'paper.changed': onPaper,
  'obligation.changed': onObligation,
  'judicial.changed': onJudicial,
  'followUp.changed': onFollowUp,
  'demand.changed': onDemand,
  'avoidance.changed': onAvoidance,
  'room.changed': onRoom,
  'party.quit': onQuit,
  'risk.raised': onRisk,
  'silence.passed': onSilence,
  'light.changed': onLight,
  'deadline.escalated': onEscalated,
  'extension.changed': onExtension,
  'supervision.changed': onSupervision,
  'question.overdue': onQuestion,
  'question.withdrawn': onQuestion,
  'similar.found': onSimilar,
}

/** Who takes part in a case hears of it as that only: what the staff are told would show them the other side. */
const toOutsiders = (notice: Notice, doc: Case): Notice =>
  isForStaff(notice) ? { ...notice, personIds: outsiders(doc, notice.personIds) } : notice

/** Hears of what happens and tells those whom it concerns; an event that comes again tells nobody twice. */
export const notificationListener: Listener = async (events) => {
  await dropWaiting(events)
  const relevant = events.filter((event) => COMPOSERS[event.type])
  if (relevant.length === 0) return
  const cases = await casesById(relevant.map((event) => String(event.data.caseId)))
  const notices: Notice[] = []
  for (const event of relevant) {
    const doc = cases.get(String(event.data.caseId))
    const compose = COMPOSERS[event.type]
    if (doc && compose) notices.push(...(await compose({ event, doc })).map((notice) => toOutsiders(notice, doc)))
  }
  await notify(await withoutRepeats(notices))
}
