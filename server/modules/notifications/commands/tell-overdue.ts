import { type Case, findCases, NEVER, ownerKey } from '@server/modules/cases'
import { clock } from '@server/platform/clock'
import { progressNotice } from '../notice'
import { keyPersons, supervisorsOf } from '../recipients'
import { type Reminder, ReminderModel } from '../reminder.model'
import { STAFF_TITLES } from '../texts'
import { type Notice, notify } from './notify'

const BATCH = 100

/** A deadline that somebody of the staff has to keep: the applicant's own is not a matter for supervision. */
const counts = (doc: Case): boolean => doc.open && doc.status !== 'resolved' && doc.dueAt < NEVER

/** Remembers when the deadlines of cases pass. */
export const remindOf = async (docs: Case[]): Promise<void> => {
  const writes = docs.map((doc) => {
    const _id = doc._id.toHexString()
    return counts(doc)
      ? { updateOne: { filter: { _id }, update: { $set: { dueAt: doc.dueAt } }, upsert: true } }
      : { deleteOne: { filter: { _id } } }
  })
  if (writes.length > 0) await ReminderModel.bulkWrite(writes, { ordered: false })
}

const noticesOf = async (doc: Case): Promise<Notice[]> => {
  // One for each deadline: an event of its own, so that it is told once however often it is found.
  const event = { id: `overdue ${doc._id.toHexString()} ${doc.dueAt.toISOString()}`, type: 'case.overdue', at: clock.now() }
  const owners = doc.owner ? await keyPersons(ownerKey(doc.owner)) : []
  const personIds = [...owners, ...(await supervisorsOf(doc))]
  return [progressNotice({ event, doc, title: STAFF_TITLES.overdue, personIds, hint: '请尽快处理', for: 'staff' })]
}

/** Tells who has a case, and the supervisor, that a deadline has passed. */
export const tellOverdue = async (): Promise<void> => {
  const now = clock.now()
  const due = await ReminderModel.find({ dueAt: { $lte: now } })
    .sort({ dueAt: 1 })
    .limit(BATCH)
    .lean<Reminder[]>()
  if (due.length === 0) return
  const docs = await findCases(due.map((one) => one._id))
  const late = docs.filter((doc) => counts(doc) && doc.dueAt <= now)
  await notify((await Promise.all(late.map(noticesOf))).flat())
  await ReminderModel.deleteMany({ _id: { $in: due.map((one) => one._id) }, dueAt: { $lte: now } })
  await remindOf(docs.filter((doc) => !late.includes(doc)))
  if (due.length === BATCH) await tellOverdue()
}
