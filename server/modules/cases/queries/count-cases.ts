import type { CaseKind } from '@shared/cases/words'
import { caseCollection } from '../case.model'

/** Which cases are counted: of a region and what lies within it, by when they were filed. */
export interface CountFilter {
  regionCode: string
  from: Date
  to: Date
}
export interface CaseCount {
  /** The code of the place, cut to `placeLength`. */
  place: string
  kind: CaseKind
  category: string
  /** The Monday with which the week begins in `timeZone`. */
  week: Date
  count: number
}

const BY_REGION = { regionCode: 1, createdAt: -1, kind: 1, category: 1 } as const

const matching = ({ regionCode, from, to }: CountFilter) => ({
  regionCode: { $gte: regionCode, $lt: `${regionCode}:` },
  createdAt: { $gte: from, $lt: to },
})

/** How many cases were filed, by place, kind, category and week: numbers only, read from the index alone. */
export const countCases = async (options: CountFilter & { placeLength: number; timeZone: string }): Promise<CaseCount[]> => {
  const { placeLength, timeZone } = options
  return caseCollection()
    .aggregate<CaseCount>(
      [
        { $match: matching(options) },
        {
          $group: {
            _id: {
              place: { $substrBytes: ['$regionCode', 0, placeLength] },
              kind: '$kind',
              category: '$category',
              week: { $dateTrunc: { date: '$createdAt', unit: 'week', timezone: timeZone, startOfWeek: 'monday' } },
            },
            count: { $sum: 1 },
          },
        },
        { $project: { _id: 0, place: '$_id.place', kind: '$_id.kind', category: '$_id.category', week: '$_id.week', count: 1 } },
      ],
      // Covers the whole question; left alone, the planner now and then takes one that does not.
      { hint: BY_REGION },
    )
    .toArray()
}

/** When the handler was done: at the last word of theirs, not when the applicant confirmed it. */
const doneAt = {
  $max: {
    $map: {
      input: { $filter: { input: '$timeline', cond: { $in: ['$$this.type', ['resolve', 'fail', 'return']] } } },
      in: '$$this.at',
    },
  },
}
const totalDue = {
  $max: { $map: { input: { $filter: { input: '$deadlines', cond: { $eq: ['$$this.kind', 'total'] } } }, in: '$$this.dueAt' } },
}

/**
 * Of the cases that are closed or late, how many were done in time. Withdrawn ones do not count, and those still running
 * within their time neither.
 */
export const countClosures = async (
  options: CountFilter & { kind?: CaseKind; categories?: string[]; now: Date },
): Promise<{ due: number; inTime: number }> => {
  const { kind, categories, now } = options
  const [found] = await caseCollection()
    .aggregate<{ due: number; inTime: number }>([
      {
        $match: {
          ...matching(options),
          ...(kind ? { kind } : {}),
          ...(categories ? { category: { $in: categories } } : {}),
          'timeline.type': { $ne: 'withdraw' },
        },
      },
      {
        $project: {
          closedAt: 1,
          done: { $ifNull: [doneAt, '$closedAt'] },
          total: { $ifNull: [totalDue, now] },
          late: { $lt: ['$dueAt', now] },
        },
      },
      { $match: { $or: [{ closedAt: { $ne: null } }, { late: true }] } },
      {
        $group: {
          _id: null,
          due: { $sum: 1 },
          inTime: { $sum: { $cond: [{ $and: [{ $ne: ['$closedAt', null] }, { $lte: ['$done', '$total'] }] }, 1, 0] } },
        },
      },
    ])
    .toArray()
  return { due: found?.due ?? 0, inTime: found?.inTime ?? 0 }
}
