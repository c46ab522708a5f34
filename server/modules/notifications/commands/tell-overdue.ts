import { type Case, findOverdue, type OverdueCursor, ownerKey } from '@server/modules/cases'
import { clock } from '@server/platform/clock'
import { progressNotice } from '../notice'
import { type Progress, ProgressModel } from '../progress.model'
import { keyPersons, supervisorsOf } from '../recipients'
import { STAFF_TITLES } from '../texts'
import { type Notice, notify } from './notify'

const BATCH = 100
const MINUTE = 60_000

/** A deadline that somebody of the staff has to keep: the applicant's own is not a matter for supervision. */
const counts = (doc: Case): boolean => doc.status !== 'resolved'

const noticesOf = async (doc: Case): Promise<Notice[]> => {
  // One for each deadline: an event of its own, so that it is told once however often it is found.
  const event = { id: `overdue ${doc._id.toHexString()} ${doc.dueAt.toISOString()}`, type: 'case.overdue', at: clock.now() }
  const owners = doc.owner ? await keyPersons(ownerKey(doc.owner)) : []
  const personIds = [...owners, ...(await supervisorsOf(doc))]
  return [progressNotice({ event, doc, title: STAFF_TITLES.overdue, personIds, hint: '请尽快处理', for: 'staff' })]
}

/** Up to when everything was told; a clock that was set back begins again from what it shows. */
const toldUntil = async (now: Date): Promise<Date> => {
  const progress = await ProgressModel.findById('overdue').lean<Progress>()
  const until = progress?.until ?? new Date(0)
  return until < now ? until : now
}

/** Tells who has a case, and the supervisor, that a deadline has passed. Found again after a kill, it is told once all the same. */
export const tellOverdue = async (): Promise<void> => {
  const now = clock.now()
  const after = await toldUntil(now)
  let cursor: OverdueCursor | undefined
  let docs: Case[]
  do {
    docs = await findOverdue({ after, upTo: now, cursor, limit: BATCH })
    await notify((await Promise.all(docs.filter(counts).map(noticesOf))).flat())
    cursor = docs.at(-1)
  } while (docs.length === BATCH)
  // Noting every second that nothing passed would be a write for nothing.
  if (!cursor && now.getTime() - after.getTime() < MINUTE) return
  await ProgressModel.updateOne({ _id: 'overdue' }, { $set: { until: now } }, { upsert: true })
}
