import type { ObjectId } from '@server/platform/database'
import { type Case, caseCollection } from '../case.model'

/** Cases that are handled with another, in the order in which they were brought, unchecked. `after`: where the page before ended. */
export const findFollowers = async (options: { leadId: string; after?: ObjectId | undefined; limit: number }): Promise<Case[]> => {
  const { leadId, after, limit } = options
  return (await caseCollection()
    .find({ leadId, ...(after ? { _id: { $gt: after } } : {}) }, { projection: { pending: 0, pendingAt: 0, request: 0 } })
    .sort({ _id: 1 })
    .limit(limit)
    .toArray()) as Case[]
}
