import type { ObjectId } from '@server/platform/database'
import { MessageMarkModel } from '../message-mark.model'

/** Marks that must be there before a transaction: an upsert inside of one fails when another makes the same mark. */
export const ensureMarks = async (caseId: ObjectId, readers: string[]): Promise<void> => {
  await MessageMarkModel.bulkWrite(
    readers.map((reader) => ({
      updateOne: { filter: { caseId, reader }, update: { $setOnInsert: { unread: 0, seenAt: null, seenId: null } }, upsert: true },
    })),
    { ordered: false },
  )
}
