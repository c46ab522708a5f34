import { toObjectId } from '@server/platform/database'
import { type Message, MessageModel } from '../message.model'

/** Messages by id, unchecked, without their words: for listeners, which only tell that something was said. */
export const findMessages = async (ids: readonly string[]): Promise<Omit<Message, 'text' | 'files'>[]> => {
  const keys = ids.flatMap((id) => toObjectId(id) ?? [])
  if (keys.length === 0) return []
  return MessageModel.find({ _id: { $in: keys } }, { caseId: 1, room: 1, by: 1, at: 1 }).lean<Message[]>()
}
