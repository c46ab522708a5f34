import type { Session } from '@server/platform/database'
import type { Room } from '@shared/cases/schemas'
import type { Case } from '../case.model'
import { type Message, MessageModel } from '../message.model'
import type { MessageMark } from '../message-mark.model'

export type Place = Pick<Message, '_id' | 'at'>

export const isLater = (one: Place, other: Place): boolean =>
  one.at.getTime() === other.at.getTime() ? one._id.toHexString() > other._id.toHexString() : one.at > other.at

/** The last message that was seen; undefined when none was. */
export const seenBefore = ({ seenAt, seenId }: MessageMark): Place | undefined =>
  seenAt && seenId ? { at: seenAt, _id: seenId } : undefined

/** More than this many unread are told as this many. */
const MOST_COUNTED = 1000

/** How many messages of some rooms came after the one that was seen last, without those of whoever `notBy` leaves out. */
export const countUnread = (options: {
  doc: Pick<Case, '_id'>
  rooms: Room[]
  seen: Place | undefined
  notBy: object
  session: Session
}): Promise<number> => {
  const { doc, rooms, seen, notBy, session } = options
  const after = seen ? { $or: [{ at: { $gt: seen.at } }, { at: seen.at, _id: { $gt: seen._id } }] } : {}
  return MessageModel.countDocuments({ caseId: doc._id, room: { $in: rooms }, ...after, ...notBy }, { session, limit: MOST_COUNTED }).exec()
}
