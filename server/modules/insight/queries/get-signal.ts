import type { Actor } from '@server/platform/actor'
import type { DayCounts } from '../calendar'
import { readState } from '../stream-state.model'
import { findRows } from './find-rows'
import type { SignalRows } from './list-signals'
import { loadSignal } from './load-signal'
import { supportersOf } from './supporters-of'

/** A signal with all that its numbers are made of. */
export interface SignalDetail extends SignalRows {
  /** How many messages came on each day, from everybody. */
  days: DayCounts
  /** How many have joined in. */
  support: number
}

/** Of so many wordings those are looked for who joined in. */
const MOST_READ = 500
const NO_DAYS: DayCounts = { first: 0, counts: [] }

/** A signal with its members in all of the actor's regions. Throws NotFound. */
export const getSignal = async (options: { actor: Actor; signalId: string }): Promise<SignalDetail> => {
  const { signal, regions } = await loadSignal(options)
  const [rows, state] = await Promise.all([findRows({ signalIds: [signal._id], regions }), readState()])
  const authors = new Set(rows.map(({ personId }) => personId))
  const support = await supportersOf({ wordingIds: rows.map(({ _id }) => _id).slice(-MOST_READ), authors })
  return { signal, rows, regions, days: state?.days ?? NO_DAYS, support }
}
