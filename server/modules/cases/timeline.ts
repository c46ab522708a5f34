import type { Actor } from '@server/platform/actor'
import { inTransaction, ObjectId, type Session } from '@server/platform/database'
import type { Relation } from '@shared/cases/words'
import { type Case, caseCollection, type TimelineEntry } from './case.model'
import { timelinePages } from './timeline-page.model'

/** Entries that a case carries itself; when so many are there, all but the newest KEPT go to a page. */
export const MOST_EMBEDDED = 300
const KEPT = 100
/** Pages that are read back, newest first: two thousand entries. */
const MOST_PAGES = 10

/** Who did something, as the timeline keeps it: staff by name, parties by person only, so that erasure reaches the name. */
export const byOf = (actor: Actor | 'system', relations: readonly Relation[]): TimelineEntry['by'] => {
  if (actor === 'system') return { personId: null, name: '', side: 'system' }
  const side = relations.find((relation) => relation === 'applicant' || relation === 'respondent')
  return side ? { personId: actor.personId, name: '', side } : { personId: actor.personId, name: actor.name, side: 'staff' }
}

const spill = async (doc: Case, session: Session): Promise<void> => {
  const old = doc.timeline.slice(0, doc.timeline.length - KEPT)
  const { modifiedCount } = await caseCollection().updateOne(
    { _id: doc._id, changes: doc.changes },
    { $push: { timeline: { $each: [], $slice: -KEPT } }, $inc: { overflow: old.length, changes: 1 } },
    { session },
  )
  // Somebody wrote in between: that writer, or the next, moves the entries.
  if (modifiedCount === 0) return
  await timelinePages().insertOne({ _id: new ObjectId(), caseId: doc._id, from: doc.overflow, entries: old }, { session })
}

/** To be called with what a write left behind: keeps the embedded timeline short. */
export const keepTimelineShort = async (doc: Case, session?: Session): Promise<void> => {
  if (doc.timeline.length < MOST_EMBEDDED) return
  await (session ? spill(doc, session) : inTransaction((own) => spill(doc, own)))
}

/** The whole timeline, oldest first, at most the newest two thousand entries that were moved out. */
export const wholeTimeline = async (doc: Case): Promise<TimelineEntry[]> => {
  if (!doc.overflow) return doc.timeline
  const pages = await timelinePages().find({ caseId: doc._id }).sort({ from: -1 }).limit(MOST_PAGES).toArray()
  return [...pages.reverse().flatMap((page) => page.entries), ...doc.timeline]
}
