import { type Case, caseCollection } from '../case.model'

/** Cases that nobody has accepted in time, the longest silent first. */
export const findUnanswered = async ({ now, limit }: { now: Date; limit: number }): Promise<Pick<Case, '_id' | 'revision'>[]> =>
  caseCollection()
    .find({ silentAt: { $lte: now } }, { projection: { revision: 1 } })
    .sort({ silentAt: 1 })
    .limit(limit)
    .toArray()
