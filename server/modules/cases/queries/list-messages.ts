import { NEWEST_FIRST, olderThan, placeOf } from '@server/platform/newest-first'
import { toPage } from '@server/platform/page'
import type { Room } from '@shared/cases/schemas'
import type { Case } from '../case.model'
import { type Message, MessageModel } from '../message.model'

/** The messages of some rooms of a case, newest first. */
export const listMessages = async (options: { doc: Case; rooms: Room[]; limit: number; cursor?: string | undefined }) => {
  const { doc, rooms, limit, cursor } = options
  const rows = await MessageModel.find({ caseId: doc._id, room: { $in: rooms }, ...olderThan(cursor) })
    .sort(NEWEST_FIRST)
    .limit(limit + 1)
    .lean<Message[]>()
  return toPage(rows, limit, placeOf)
}
