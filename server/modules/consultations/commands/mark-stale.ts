import { clock } from '@server/platform/clock'
import { isDuplicate, type ObjectId } from '@server/platform/database'
import { type Opinion, OpinionModel } from '../opinion.model'

/** So long after it was marked a topic is computed again: whatever was being written then has been written by then. */
const WINDOW_MS = 20_000
/** Many vote at the same time; so often one of them writes it down. */
const EVERY_MS = 8000

/**
 * Says that votes on a topic change: called before the change is written, so that a kill in between loses nothing. Until
 * the window is over every run computes the topic, and the last one after it has seen all.
 */
export const markStale = async (_id: ObjectId): Promise<void> => {
  const now = clock.ms()
  const known = await OpinionModel.findById(_id, { staleUntil: 1 }).lean<Opinion>()
  const until = known?.staleUntil?.getTime() ?? 0
  // One that lies far ahead comes from a clock that was put back.
  if (until > now + WINDOW_MS - EVERY_MS && until <= now + WINDOW_MS) return
  const update = { $set: { staleUntil: new Date(now + WINDOW_MS) }, $setOnInsert: { notBefore: clock.now() } }
  try {
    await OpinionModel.updateOne({ _id }, update, { upsert: true })
  } catch (error) {
    // Two at the same moment: one of them has written it down.
    if (!isDuplicate(error)) throw error
  }
}
