import type { ObjectId } from '@server/platform/database'
import type { Row } from '../figures'
import { MemberModel } from '../member.model'

/** Members within any of some regions. */
export const withinRegions = (regions: readonly string[]) => ({
  $or: regions.map((region) => ({ regionCode: { $gte: region, $lt: `${region}:` } })),
})

const COLUMNS = { signalId: 1, personId: 1, regionCode: 1, kind: 1, at: 1, week: 1 } as const
/** Of so many messages numbers are made at most. */
const MOST = 100_000

/** What of some signals' members numbers are made of, within regions. */
export const findRows = (options: { signalIds: ObjectId[]; regions: readonly string[] }): Promise<Row[]> =>
  MemberModel.find({ signalId: { $in: options.signalIds }, ...withinRegions(options.regions) }, COLUMNS)
    .limit(MOST)
    .lean<Row[]>()
