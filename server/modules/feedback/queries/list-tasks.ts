import type { Actor } from '@server/platform/actor'
import { toObjectId } from '@server/platform/database'
import { Forbidden, InvalidInput } from '@server/platform/errors'
import { decodeCursor, toPage } from '@server/platform/page'
import { taskRegions } from '../feedback.policy'
import { type Task, TaskModel } from '../task.model'

const after = (cursor: string | undefined) => {
  const key = decodeCursor(cursor, 2)
  if (!key) return {}
  const openedAt = new Date(Number(key[0]))
  const _id = toObjectId(String(key[1]))
  if (!_id || Number.isNaN(openedAt.getTime())) throw InvalidInput.field('cursor', 'invalid_cursor', '翻页参数无效')
  return { $or: [{ openedAt: { $lt: openedAt } }, { openedAt, _id: { $lt: _id } }] }
}

/** Tasks in the supervisor's regions, newest first. Throws Forbidden for everyone else. */
export const listTasks = async (options: {
  actor: Actor
  state: 'open' | 'done'
  cursor: string | undefined
  limit: number
}): Promise<{ rows: Task[]; nextCursor: string | null }> => {
  const { actor, state, cursor, limit } = options
  const regions = taskRegions(actor)
  if (regions.length === 0) throw new Forbidden()
  const within = regions.map((region) => ({ regionCode: { $gte: region, $lt: `${region}:` } }))
  const filter = { state, hiddenFrom: { $ne: actor.personId }, $and: [{ $or: within }, after(cursor)] }
  const rows = await TaskModel.find(filter)
    .sort({ openedAt: -1, _id: -1 })
    .limit(limit + 1)
    .lean<Task[]>()
  return toPage(rows, limit, (task) => [task.openedAt.getTime(), task._id.toHexString()])
}
