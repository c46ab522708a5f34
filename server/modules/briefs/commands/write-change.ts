import { clock } from '@server/platform/clock'
import type { Session } from '@server/platform/database'
import { Conflict } from '@server/platform/errors'
import { type DomainEvent, pendingUpdate } from '@server/platform/outbox'
import { type Brief, BriefModel, MOST_HISTORY } from '../brief.model'

/** What a step changes, what the history says of it, and who must hear of it. */
export interface Change {
  set: Partial<Brief>
  unset?: { remindAt: '' }
  history?: { by: string; text: string }[]
  events?: DomainEvent[]
}

/** Writes a change of a brief as it was read, all of it or nothing. Throws Conflict when somebody was faster. */
export const writeChange = async (options: { brief: Brief; change: Change; session?: Session }): Promise<Brief> => {
  const { brief, change, session } = options
  const { _id, revision, state } = brief
  const now = clock.now()
  const { push, set } = pendingUpdate(change.events ?? [])
  const entries = (change.history ?? []).map((entry) => ({ at: now, ...entry }))
  const history = entries.length > 0 ? { history: { $each: entries, $slice: -MOST_HISTORY } } : {}
  const written = await BriefModel.findOneAndUpdate(
    { _id, revision, state },
    {
      $set: { ...change.set, ...set, at: now },
      $inc: { revision: 1 },
      $push: { ...push, ...history },
      $unset: change.unset ?? {},
    } as object,
    { returnDocument: 'after', ...(session && { session }) },
  ).lean<Brief>()
  if (!written) throw new Conflict()
  return written
}

const TRIES = 5
/** For changes that do not depend on what others write at the same time: the loser reads anew and tries again. */
export const retryChange = async <T>(attempt: () => Promise<T>): Promise<T> => {
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt()
    } catch (error) {
      const lost = error instanceof Conflict && error.code === 'conflict' && error.options.detail === undefined
      if (!lost || tries === TRIES) throw error
    }
  }
}
