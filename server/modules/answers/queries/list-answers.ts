import { childrenOf, regionExists } from '@server/modules/regions'
import { InvalidInput } from '@server/platform/errors'
import { NEWEST_FIRST, olderThan, placeOf } from '@server/platform/newest-first'
import { toPage } from '@server/platform/page'
import type { AnswerResult, ListAnswers } from '@shared/answers/schemas'
import type * as z from 'zod/mini'
import { type Answer, AnswerModel } from '../answer.model'

export interface PublicAnswers {
  regionCode: string
  counts: Record<AnswerResult, number>
  rows: Answer[]
  nextCursor: string | null
}

/** The smallest region that holds everything that the service knows of: the city. */
const everywhere = (): string => {
  let code = ''
  for (let below = childrenOf(null); below.length === 1; below = childrenOf(code)) code = below[0]?._id ?? ''
  return code
}

const countByResult = async (filter: object): Promise<Record<AnswerResult, number>> => {
  const rows = await AnswerModel.aggregate<{ _id: AnswerResult; count: number }>([
    { $match: filter },
    { $group: { _id: '$result', count: { $sum: 1 } } },
  ])
  const counts = { done: 0, partly: 0, notDone: 0, underWay: 0 }
  for (const { _id, count } of rows) counts[_id] = count
  return counts
}

/** What was answered in a region and all within it, the latest first, with how many of each result there are. */
export const listAnswers = async (asked: z.infer<typeof ListAnswers>): Promise<PublicAnswers> => {
  const { result, cursor, limit } = asked
  const regionCode = asked.regionCode ?? everywhere()
  if (asked.regionCode !== undefined && !regionExists(regionCode)) throw InvalidInput.field('regionCode', 'unknown_region', '没有这个地区')
  const filter = { state: 'published' as const, regionCode: { $gte: regionCode, $lt: `${regionCode}:` } }
  const [counts, rows] = await Promise.all([
    countByResult(filter),
    AnswerModel.find({ $and: [{ ...filter, ...(result ? { result } : {}) }, olderThan(cursor)] })
      .sort(NEWEST_FIRST)
      .limit(limit + 1)
      .lean<Answer[]>(),
  ])
  return { regionCode, counts, ...toPage(rows, limit, placeOf) }
}
