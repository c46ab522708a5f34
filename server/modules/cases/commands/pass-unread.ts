import { inTransaction } from '@server/platform/database'
import type { Case } from '../case.model'
import { type MessageMark, MessageMarkModel } from '../message-mark.model'
import { countUnread, isLater, seenBefore } from '../queries/count-unread'
import { roomsToRead } from '../talk.policy'
import { ensureMarks } from './ensure-marks'

/** What was seen by either of the two is known to the office. */
const lastSeen = (one: MessageMark, other: MessageMark) => {
  const [left, own] = [seenBefore(one), seenBefore(other)]
  if (!left || !own) return left ?? own
  return isLater(left, own) ? left : own
}

/**
 * What the former owner (`from`, a reader's key) has left unread in a case's talk is unread for whoever has it now (`to`).
 * Counted anew and not added, so that doing it again changes nothing.
 */
export const passUnread = async ({ doc, from, to }: { doc: Case; from: string; to: string }): Promise<void> => {
  const caseId = doc._id
  const marks = await MessageMarkModel.find({ caseId, reader: { $in: [from, to] } }).lean<MessageMark[]>()
  const left = marks.find(({ reader }) => reader === from)
  // Who has had the case before may have left something unread that another has read since.
  if (!left || marks.every(({ unread }) => unread === 0)) return
  await ensureMarks(caseId, [to])
  const rooms = roomsToRead({ actor: { personId: '' }, doc, relations: ['owner'] })
  await inTransaction(async (session) => {
    const own = await MessageMarkModel.findOne({ caseId, reader: to }, null, { session }).lean<MessageMark>()
    if (!own) return
    const seen = lastSeen(left, own)
    const unread = await countUnread({ doc, rooms, seen, notBy: { 'by.side': { $ne: 'staff' } }, session })
    await MessageMarkModel.updateOne(
      { _id: own._id },
      { $set: { unread, seenAt: seen?.at ?? null, seenId: seen?._id ?? null } },
      { session },
    )
  })
}
