import { clock } from '@server/platform/clock'
import { type Session, toObjectId } from '@server/platform/database'
import { Conflict, NotFound } from '@server/platform/errors'
import { type DomainEvent, pendingUpdate } from '@server/platform/outbox'
import type { mongo } from 'mongoose'
import { type Case, caseCollection, type TimelineEntry } from '../case.model'
import { keepTimelineShort } from '../timeline'

type Fields = Record<string, unknown>

export interface CaseEvent {
  caseId: string
  /** What must still hold; otherwise nothing is written and Conflict is thrown. */
  where?: Fields
  /** Left out when nothing is to be read in the timeline. */
  entry?: Omit<TimelineEntry, 'at'>
  /** More than one, when not everybody is told the same. */
  entries?: Omit<TimelineEntry, 'at'>[]
  set?: Fields
  push?: Fields
  addToSet?: Fields
  pull?: Fields
  /** Told through the outbox, in the same write. */
  events?: DomainEvent[]
  session?: Session
}

/**
 * Writes into a case something that is not a move: an entry of the timeline, fields, and events, all in one write.
 * The status and the revision stay as they are. Dotted and positional paths work as in the database.
 */
export const recordCaseEvent = async (options: CaseEvent): Promise<Case> => {
  const { caseId, where, entry, entries = entry ? [entry] : [], set, push, addToSet, pull, events = [], session } = options
  const _id = toObjectId(caseId)
  if (!_id) throw new NotFound()
  const now = clock.now()
  const pending = pendingUpdate(events)
  const pushed: Fields = {
    ...pending.push,
    ...push,
    ...(entries.length > 0 ? { timeline: { $each: entries.map((one) => ({ ...one, at: now })) } } : {}),
  }
  const update: Fields = { $set: { ...pending.set, ...set, updatedAt: now }, $inc: { changes: 1 } }
  if (Object.keys(pushed).length > 0) update.$push = pushed
  if (addToSet) update.$addToSet = addToSet
  if (pull) update.$pull = pull
  const doc = await caseCollection().findOneAndUpdate({ ...where, _id } as mongo.Filter<Case>, update as mongo.UpdateFilter<Case>, {
    returnDocument: 'after',
    projection: { pending: 0, pendingAt: 0, request: 0 },
    session,
  })
  if (!doc) throw new Conflict('conflict')
  await keepTimelineShort(doc as Case, session)
  return doc as Case
}
