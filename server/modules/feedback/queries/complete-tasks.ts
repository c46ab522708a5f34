import { type Case, casesById } from '@server/modules/cases'
import { type Feedback, FeedbackModel } from '../feedback.model'
import type { Task } from '../task.model'

const keyOf = ({ caseId, personId, round }: Pick<Feedback, 'caseId' | 'personId' | 'round'>): string =>
  `${caseId.toHexString()} ${personId} ${round}`

/** Tasks with their cases and with what was said. */
export const completeTasks = async (tasks: Task[]): Promise<{ task: Task; doc: Case; feedback: Feedback }[]> => {
  if (tasks.length === 0) return []
  const [docOf, given] = await Promise.all([
    casesById(tasks.map((task) => task.caseId.toHexString())),
    FeedbackModel.find({ caseId: { $in: tasks.map((task) => task.caseId) } }).lean<Feedback[]>(),
  ])
  const feedbackOf = new Map(given.map((one) => [keyOf(one), one]))
  return tasks.flatMap((task) => {
    const doc = docOf.get(task.caseId.toHexString())
    const feedback = feedbackOf.get(keyOf(task))
    return doc && feedback ? [{ task, doc, feedback }] : []
  })
}
