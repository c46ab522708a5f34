import type { Case } from '@server/modules/cases'
import { toLocalIso } from '@server/modules/deadlines'
import type { FeedbackTask, FeedbackView } from '@shared/feedback/schemas'
import type { Feedback } from './feedback.model'
import { isSealed } from './feedback.policy'
import type { Task } from './task.model'

/** A rating, for who may read it. */
export const presentFeedback = (feedback: Feedback, now: Date): FeedbackView => ({
  overall: feedback.overall,
  aspects: feedback.aspects,
  text: feedback.text,
  at: toLocalIso(feedback.at),
  sealed: isSealed(feedback, now),
})

/** A task, for the supervisor, with what was said. */
export const presentTask = (options: { task: Task; doc: Case; feedback: Feedback }): FeedbackTask => {
  const { task, doc, feedback } = options
  return {
    id: task._id.toHexString(),
    caseId: task.caseId.toHexString(),
    caseNumber: doc.number,
    caseTitle: doc.title,
    overall: feedback.overall,
    text: feedback.text,
    mediatorName: task.mediatorName,
    openedAt: toLocalIso(task.openedAt),
    doneAt: task.doneAt && toLocalIso(task.doneAt),
    note: task.note,
  }
}
