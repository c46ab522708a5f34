import { recordCaseEvent } from '@server/modules/cases'
import { clock } from '@server/platform/clock'
import { inTransaction } from '@server/platform/database'
import { Conflict } from '@server/platform/errors'
import { newEvent } from '@server/platform/outbox'
import { type Booking, BookingModel } from '../booking.model'
import { nextReminder, reminderNow } from '../reminders'

const BATCH = 200

type Due = Pick<Booking, '_id' | 'caseId' | 'startsAt' | 'remindAt'>

/** Takes one reminder and tells it: of several processes that find it due, one does. */
const remind = ({ _id, caseId, startsAt, remindAt }: Due): Promise<number> => {
  const now = clock.now()
  const change = reminderNow(startsAt, now)
  return inTransaction(async (session) => {
    const { modifiedCount } = await BookingModel.updateOne(
      { _id, active: true, remindAt },
      { $set: { remindAt: nextReminder(startsAt, now) } },
      { session },
    )
    if (modifiedCount === 0 || !change) return 0
    const data = { caseId, bookingId: _id.toHexString(), change, byPersonId: null }
    await recordCaseEvent({ caseId, events: [newEvent('booking.changed', data)], session })
    return 1
  })
}

/**
 * Reminds of sessions a day and an hour before they begin, each once. What was booked later than that is not reminded of,
 * and what nobody could tell in time is left out.
 */
export const sendReminders = async (): Promise<number> => {
  const due = await BookingModel.find({ active: true, remindAt: { $lte: clock.now() } }, { caseId: 1, startsAt: 1, remindAt: 1 })
    .sort({ remindAt: 1 })
    .limit(BATCH)
    .lean<Due[]>()
  let count = 0
  for (const one of due) {
    try {
      count += await remind(one)
    } catch (error) {
      // The case was written to at the same moment; it is due at the next run, too.
      if (!(error instanceof Conflict)) throw error
    }
  }
  return count
}
