import type { ObjectId } from '@server/platform/database'
import { type Case, caseCollection } from '../case.model'

/** The case at which a page of overdue ones ended. */
export type OverdueCursor = Pick<Case, 'dueAt' | '_id'>

/**
 * Open cases whose nearest deadline passed after one instant and up to another, the earliest first, unchecked: for jobs.
 * `cursor`: where the page before ended.
 */
export const findOverdue = async (options: {
  after: Date
  upTo: Date
  cursor: OverdueCursor | undefined
  limit: number
}): Promise<Case[]> => {
  const { after, upTo, cursor, limit } = options
  const rest = cursor ? { $or: [{ dueAt: { $gt: cursor.dueAt } }, { dueAt: cursor.dueAt, _id: { $gt: cursor._id as ObjectId } }] } : {}
  return (await caseCollection()
    .find({ open: true, dueAt: { $gt: after, $lte: upTo }, ...rest })
    .sort({ dueAt: 1, _id: 1 })
    .limit(limit)
    .toArray()) as Case[]
}
