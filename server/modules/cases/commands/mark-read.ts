import type { Actor } from '@server/platform/actor'
import { inTransaction, toObjectId } from '@server/platform/database'
import { NotFound } from '@server/platform/errors'
import type { Room } from '@shared/cases/schemas'
import type { Case } from '../case.model'
import { ownPart } from '../cases.policy'
import { organisationKey, personKey } from '../keys'
import { MessageModel } from '../message.model'
import { type MessageMark, MessageMarkModel } from '../message-mark.model'
import { countUnread, isLater, type Place, seenBefore } from '../queries/count-unread'

/**
 * Remembers that everything up to a message was seen. In one transaction with the count of what came after it, so that
 * a message which arrives at this moment is counted by one of the two. Going back to an older message changes nothing.
 */
export const markRead = async (options: { actor: Actor; doc: Case; rooms: Room[]; messageId: string }): Promise<void> => {
  const { actor, doc, rooms, messageId } = options
  const _id = toObjectId(messageId)
  const message = _id && (await MessageModel.findOne({ _id, caseId: doc._id, room: { $in: rooms } }, { at: 1 }).lean<Place>())
  if (!message) throw new NotFound()
  const forQueue = doc.owner?.type === 'organisation' && !ownPart(actor, doc)
  const reader = forQueue && doc.owner ? organisationKey(doc.owner.id) : personKey(actor.personId)
  // What the office itself said is not unread for it; what a person said is not unread for that person.
  const notBy = forQueue ? { 'by.side': { $ne: 'staff' } } : { 'by.personId': { $ne: actor.personId } }
  await inTransaction(async (session) => {
    const mark = await MessageMarkModel.findOne({ caseId: doc._id, reader }, null, { session }).lean<MessageMark>()
    const before = mark && seenBefore(mark)
    if (!mark || (before && !isLater(message, before))) return
    const unread = await countUnread({ doc, rooms, seen: message, notBy, session })
    await MessageMarkModel.updateOne({ _id: mark._id }, { $set: { unread, seenAt: message.at, seenId: message._id } }, { session })
  })
}
