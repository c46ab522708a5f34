import type { Actor } from '@server/platform/actor'
import { clock } from '@server/platform/clock'
import { toObjectId } from '@server/platform/database'
import { Conflict, NotFound } from '@server/platform/errors'
import { maySeeTask } from '../feedback.policy'
import { type Task, TaskModel } from '../task.model'

/** Notes what was done about a dissatisfied person. Two at once: one wins. */
export const finishTask = async (options: { actor: Actor; taskId: string; note: string }): Promise<Task> => {
  const { actor, taskId, note } = options
  const _id = toObjectId(taskId)
  const task = _id && (await TaskModel.findById(_id).lean<Task>())
  if (!task || !maySeeTask(actor, task)) throw new NotFound()
  const fields = { state: 'done' as const, doneAt: clock.now(), doneBy: actor.personId, note }
  const done = await TaskModel.findOneAndUpdate({ _id, state: 'open' }, { $set: fields }, { returnDocument: 'after' }).lean<Task>()
  if (!done) throw new Conflict()
  return done
}
