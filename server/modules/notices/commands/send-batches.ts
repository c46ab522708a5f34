import { countTold, tellEverybody } from '@server/modules/notifications'
import { clock } from '@server/platform/clock'
import { audienceFilter } from '../audience'
import { type Notice, NoticeModel } from '../notice.model'
import { type Resident, ResidentModel } from '../resident.model'

const BATCH = 500
/** A large audience is told in several runs. */
const BATCHES_IN_A_RUN = 100
const NOTICES_IN_A_RUN = 20

const nextPeople = async (notice: Notice, cursor: string | null): Promise<string[]> => {
  const after = cursor === null ? {} : { _id: { $gt: cursor } }
  const rows = await ResidentModel.find({ $and: [audienceFilter(notice), after] }, { _id: 1 })
    .sort({ _id: 1 })
    .limit(BATCH)
    .lean<Pick<Resident, '_id'>[]>()
  return rows.map(({ _id }) => _id)
}

const finish = async (notice: Notice): Promise<void> => {
  const told = await countTold(notice._id.toHexString())
  await NoticeModel.updateOne({ _id: notice._id, state: 'sending' }, { $set: { state: 'sent', told, sentAt: clock.now() } })
}

/** Goes on from where it was left: those of a batch that was cut off by a kill are not told again. */
const sendOne = async (notice: Notice): Promise<void> => {
  const { _id, title, text } = notice
  const id = _id.toHexString()
  let { cursor } = notice
  for (let batch = 0; batch < BATCHES_IN_A_RUN; batch += 1) {
    const personIds = await nextPeople(notice, cursor)
    const last = personIds.at(-1)
    if (last === undefined) return finish(notice)
    await tellEverybody({ id, at: clock.now(), personIds, title, text })
    await NoticeModel.updateOne({ _id, state: 'sending' }, { $set: { cursor: last } })
    cursor = last
  }
}

/** Tells the residents what has passed, each person once for a notice. Answers how many notices it worked on. */
export const sendBatches = async (): Promise<number> => {
  const waiting = await NoticeModel.find({ state: 'sending' }).sort({ at: 1 }).limit(NOTICES_IN_A_RUN).lean<Notice[]>()
  for (const notice of waiting) await sendOne(notice)
  return waiting.length
}
