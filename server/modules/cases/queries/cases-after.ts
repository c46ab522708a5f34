import { toObjectId } from '@server/platform/database'
import { type Case, caseCollection } from '../case.model'

/** Where a case is, what it is, and who takes part. */
export type CasePlace = Pick<Case, '_id' | 'kind' | 'regionCode' | 'parties'>

/** Cases in the order of their ids, from after one on, unchecked: for jobs that go through all of them. */
export const casesAfter = async (options: { after: string | null; limit: number }): Promise<CasePlace[]> => {
  const { after, limit } = options
  const from = after === null ? undefined : toObjectId(after)
  return (await caseCollection()
    .find(from ? { _id: { $gt: from } } : {}, { projection: { kind: 1, regionCode: 1, parties: 1 } })
    .sort({ _id: 1 })
    .limit(limit)
    .toArray()) as CasePlace[]
}
