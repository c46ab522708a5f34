import type { Actor } from '@server/platform/actor'
import type { Case } from '../case.model'
import { keysOf } from '../cases.policy'
import { type MessageMark, MessageMarkModel } from '../message-mark.model'

/** How many messages the actor, alone or for an organisation, has not read in each of some cases; those without are missing. */
export const unreadIn = async (actor: Actor, docs: readonly Pick<Case, '_id'>[]): Promise<Map<string, number>> => {
  const caseId = { $in: docs.map((doc) => doc._id) }
  const marks = await MessageMarkModel.find({ caseId, reader: { $in: keysOf(actor) }, unread: { $gt: 0 } }).lean<MessageMark[]>()
  const counts = new Map<string, number>()
  for (const mark of marks) {
    const id = mark.caseId.toHexString()
    counts.set(id, (counts.get(id) ?? 0) + mark.unread)
  }
  return counts
}
