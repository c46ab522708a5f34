import { type ObjectId, toObjectId } from '@server/platform/database'
import { type ReadEntry, ReadLogModel } from '../read-log.model'

/** Reads that are not yet in the chain of audit entries, oldest first. */
export const unauditedReads = (limit: number): Promise<ReadEntry[]> =>
  ReadLogModel.find({ unaudited: true }).sort({ _id: 1 }).limit(limit).lean<ReadEntry[]>()

/** Notes that reads are in the chain now. */
export const markReadsAudited = async (ids: readonly ObjectId[]): Promise<void> => {
  await ReadLogModel.updateMany({ _id: { $in: ids } }, { $unset: { unaudited: '' } })
}

/** Those of the reads that exist, in no order. */
export const findReads = (ids: readonly string[]): Promise<ReadEntry[]> =>
  ReadLogModel.find({ _id: { $in: ids.flatMap((id) => toObjectId(id) ?? []) } }).lean<ReadEntry[]>()
