import { CODE_LENGTHS } from '@shared/regions/schemas'
import { type Case, caseCollection } from '../case.model'

const HEAD = { number: 1, kind: 1, category: 1, risk: 1, regionCode: 1, location: 1, createdAt: 1 } as const
export type LatestCase = Pick<Case, '_id' | keyof typeof HEAD>

/** The latest cases of a region without their words, newest first. */
export const findLatest = ({ regionCode, limit }: { regionCode: string; limit: number }): Promise<LatestCase[]> =>
  caseCollection()
    .find({ regionCode: { $gte: regionCode, $lt: `${regionCode}:` } }, { projection: HEAD })
    .sort({ createdAt: -1, _id: -1 })
    // In a large region by walking back in time; a small one as a range of codes.
    .hint(
      regionCode.length >= CODE_LENGTHS.township
        ? { regionCode: 1, createdAt: -1, kind: 1, category: 1 }
        : { createdAt: -1, _id: -1, regionCode: 1 },
    )
    .limit(limit)
    .toArray()
