import type { Actor } from '@server/platform/actor'
import { clock } from '@server/platform/clock'
import type { Session } from '@server/platform/database'
import { Conflict } from '@server/platform/errors'
import { SignalModel, type StoredSignal } from '../signal.model'

const MOST_HISTORY = 100

/** The one write by which somebody changes a signal, with what its history tells. Throws Conflict when somebody else was faster. */
export const changeSignal = async (options: {
  actor: Actor
  signal: StoredSignal
  revision: number
  set: Partial<StoredSignal>
  text: string
  session?: Session
}): Promise<void> => {
  const { actor, signal, revision, set, text, session } = options
  const entry = { at: clock.now(), by: actor.name, text }
  const { matchedCount } = await SignalModel.updateOne(
    { _id: signal._id, revision, mergedInto: null },
    { $set: set, $inc: { revision: 1 }, $push: { history: { $each: [entry], $slice: -MOST_HISTORY } } },
    session ? { session } : {},
  )
  if (matchedCount === 0) throw new Conflict('conflict', '刚刚有人改动过，请刷新后再试')
}
