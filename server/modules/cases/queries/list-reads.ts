import { NEWEST_FIRST, olderThan, placeOf } from '@server/platform/newest-first'
import { toPage } from '@server/platform/page'
import type { Case } from '../case.model'
import { flushReads } from '../commands/log-read'
import { type ReadEntry, ReadLogModel } from '../read-log.model'

/** Who of the staff has read a case, newest first. */
export const listReads = async (options: { doc: Case; limit: number; cursor?: string | undefined }) => {
  const { doc, limit, cursor } = options
  await flushReads()
  const rows = await ReadLogModel.find({ caseId: doc._id, ...olderThan(cursor) })
    .sort(NEWEST_FIRST)
    .limit(limit + 1)
    .lean<ReadEntry[]>()
  return toPage(rows, limit, placeOf)
}
