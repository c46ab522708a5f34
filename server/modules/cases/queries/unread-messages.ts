import type { Actor } from '@server/platform/actor'
import type { mongo } from 'mongoose'
import { type Case, caseCollection } from '../case.model'
import { keysOf, relationsOf } from '../cases.policy'
import { ownerKey } from '../keys'
import { type MessageMark, MessageMarkModel } from '../message-mark.model'
import { roomsToRead } from '../talk.policy'

const MOST = 200

export interface UnreadMessages {
  total: number
  cases: { caseId: string; count: number }[]
}

const HEAD = { kind: 1, status: 1, regionCode: 1, owner: 1, parties: 1, filedBy: 1, questions: 1, leadId: 1 } as const

/** Whether what is counted under a key is the actor's to read: cases change hands, and helpers are taken off. */
const isReaders = (actor: Actor, doc: Case, reader: string): boolean => {
  const relations = relationsOf(actor, doc)
  if (roomsToRead({ actor, doc, relations }).length === 0) return false
  return reader.startsWith('p:') || (doc.owner !== null && ownerKey(doc.owner) === reader)
}

/** How many messages the actor has not read, and in which cases; of the queues of the actor's organisations too. */
export const unreadMessages = async (actor: Actor): Promise<UnreadMessages> => {
  const marks = await MessageMarkModel.find({ reader: { $in: keysOf(actor) }, unread: { $gt: 0 } })
    .limit(MOST)
    .lean<MessageMark[]>()
  if (marks.length === 0) return { total: 0, cases: [] }
  const filter = { _id: { $in: marks.map((mark) => mark.caseId) } } as mongo.Filter<Case>
  const docs = (await caseCollection().find(filter, { projection: HEAD }).toArray()) as Case[]
  const byId = new Map(docs.map((doc) => [doc._id.toHexString(), doc]))
  const counts = new Map<string, number>()
  for (const { caseId, reader, unread } of marks) {
    const doc = byId.get(caseId.toHexString())
    if (doc && isReaders(actor, doc, reader)) counts.set(caseId.toHexString(), (counts.get(caseId.toHexString()) ?? 0) + unread)
  }
  const cases = [...counts].map(([caseId, count]) => ({ caseId, count })).sort((one, other) => other.count - one.count)
  return { total: cases.reduce((sum, { count }) => sum + count, 0), cases }
}
