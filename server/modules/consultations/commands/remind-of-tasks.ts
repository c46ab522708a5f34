import { staffInOrganisation, staffOf } from '@server/modules/identity'
import { tellEverybody } from '@server/modules/notifications'
import { clock } from '@server/platform/clock'
import { type Consultation, ConsultationModel, type Task } from '../consultation.model'
import { HIDDEN } from '../queries/load-consultation'
import { pageOf, taskWords } from '../texts'

const BATCH = 100

/** The department hears of it, and once it is late the office too. */
const remind = async (doc: Consultation, task: Task, now: Date): Promise<void> => {
  const late = task.dueAt <= now
  const people = await staffInOrganisation(task.organisationId)
  const office = late ? await staffOf({ role: 'cppccOffice', regionCode: doc.regionCode }) : []
  const personIds = [...new Set([...people, ...office].map(({ personId }) => personId))]
  const words = late ? taskWords.late(doc, task) : taskWords.due(doc, task)
  await tellEverybody({ id: `${task.id}:${late ? 'late' : 'due'}`, at: now, personIds, page: pageOf(doc), sort: 'work', ...words })
  await ConsultationModel.updateOne(
    { _id: doc._id, tasks: { $elemMatch: { id: task.id, nextAt: task.nextAt } } },
    { $set: { 'tasks.$.nextAt': late ? null : task.dueAt } },
  )
}

/** Tells departments whose date comes near or has passed, each once. Answers how many topics it looked at. */
export const remindOfTasks = async (): Promise<number> => {
  const now = clock.now()
  const docs = await ConsultationModel.find({ state: 'passedOn', 'tasks.nextAt': { $lte: now } }, HIDDEN)
    .sort({ 'tasks.nextAt': 1 })
    .limit(BATCH)
    .lean<Consultation[]>()
  for (const doc of docs) for (const task of doc.tasks) if (task.nextAt && task.nextAt <= now) await remind(doc, task, now)
  return docs.length
}
