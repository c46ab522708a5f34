import { type Case, caseCollection } from '../case.model'

/** Open cases of whose light somebody has to be told, the longest waiting first, unchecked: for a job. */
export const findLit = async (options: { now: Date; limit: number }): Promise<Case[]> =>
  (await caseCollection()
    .find({ open: true, lightAt: { $lte: options.now } }, { projection: { pending: 0, pendingAt: 0, request: 0 } })
    .sort({ lightAt: 1 })
    .limit(options.limit)
    .toArray()) as Case[]

const RUNNING = { number: 1, kind: 1, risk: 1, status: 1, deadlines: 1, pauses: 1, dueAt: 1, changes: 1 } as const
export type Running = Pick<Case, '_id' | keyof typeof RUNNING>

/** Open cases one after the other, by region, unchecked; with `otherThan` those with a running deadline of other rules. */
export const openCases = (options: { otherThan?: number; limit?: number }): AsyncIterable<Running> => {
  const { otherThan, limit = 0 } = options
  const other = otherThan === undefined ? {} : { deadlines: { $elemMatch: { open: true, version: { $ne: otherThan } } } }
  return caseCollection()
    .find({ open: true, regionCode: { $gte: '' }, ...other } as never, { projection: RUNNING })
    .hint('standing')
    .limit(limit) as AsyncIterable<Running>
}
