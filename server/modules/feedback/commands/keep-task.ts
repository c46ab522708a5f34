import type { Case } from '@server/modules/cases'
import { clock } from '@server/platform/clock'
import type { Session } from '@server/platform/database'
import type { Feedback } from '../feedback.model'
import { isDissatisfied } from '../feedback.policy'
import { type Task, TaskModel } from '../task.model'

type Key = Pick<Task, 'caseId' | 'personId' | 'round'>

const open = async (doc: Case, key: Key, session: Session): Promise<void> => {
  const fields = {
    state: 'open' as const,
    regionCode: doc.regionCode,
    mediatorName: doc.owner?.name ?? '',
    hiddenFrom: [...doc.parties.map((party) => party.personId), ...(doc.owner?.type === 'person' ? [doc.owner.id] : [])],
    openedAt: clock.now(),
  }
  // Two writes rather than one: the second upsert would find the unique index in its way when the task is open or done.
  const { matchedCount } = await TaskModel.updateOne({ ...key, state: 'withdrawn' }, { $set: fields }, { session })
  if (matchedCount === 0) await TaskModel.updateOne(key, { $setOnInsert: fields }, { session, upsert: true })
}

/** Opens the supervisor's task for a dissatisfied person, or withdraws an open one when the person is so no longer. */
export const keepTask = async (options: {
  doc: Case
  feedback: Pick<Feedback, 'personId' | 'round' | 'overall'>
  session: Session
}): Promise<void> => {
  const { doc, feedback, session } = options
  const key = { caseId: doc._id, personId: feedback.personId, round: feedback.round }
  if (isDissatisfied(feedback.overall)) await open(doc, key, session)
  else await TaskModel.updateOne({ ...key, state: 'open' }, { $set: { state: 'withdrawn' } }, { session })
}
