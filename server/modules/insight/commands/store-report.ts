import { createHash } from 'node:crypto'
import { clock } from '@server/platform/clock'
import { inTransaction, type Session } from '@server/platform/database'
import { DAY_MS } from '../message'
import { SignalModel } from '../signal.model'
import type { FoundSignal, StreamReport } from '../stream-host'
import { mayStore } from '../stream-state.model'
import { matchSignals } from './match-signals'
import { storeSignal } from './store-signal'

/** What a stream has stored of each of its topics: as which signal, and in which form. */
export type KnownSignals = Map<number, { signalId: string; form: string }>

/** Of what was raised longer ago, nobody is told as of something new. */
const FRESH_DAYS = 14

/** Somebody has acted, or another process has taken over, since the report was made. */
class Outdated extends Error {}

const formOf = (found: FoundSignal): string => createHash('sha1').update(JSON.stringify(found)).digest('base64')

const isFresh = ({ raisedAt }: FoundSignal): boolean => clock.ms() - Date.parse(raisedAt) <= FRESH_DAYS * DAY_MS

/** What stands out no more is not listed; who has its address still finds it. */
const dropOthers = async (known: KnownSignals, guard: (session: Session) => Promise<void>): Promise<void> => {
  const ids = [...known.values()].map(({ signalId }) => signalId)
  await inTransaction(async (session) => {
    await guard(session)
    await SignalModel.updateMany({ stands: true, _id: { $nin: ids } }, { $set: { stands: false, listed: false } }, { session })
  })
}

interface Options {
  report: StreamReport
  holder: string
  ties: number
  since: Date
  known: KnownSignals
}

const storeChanged = async ({ report, holder, ties, since, known }: Options): Promise<number> => {
  const guard = async (session: Session): Promise<void> => {
    if (!(await mayStore({ holder, ties, days: report.days, session }))) throw new Outdated()
  }
  const topics = new Set(report.signals.map(({ topicId }) => topicId))
  for (const topicId of known.keys()) if (!topics.has(topicId)) known.delete(topicId)
  const changed = report.signals.filter((found) => known.get(found.topicId)?.form !== formOf(found))
  for (const { topicId } of changed) known.delete(topicId)
  const taken = new Set([...known.values()].map(({ signalId }) => signalId))
  for (const match of await matchSignals(changed, taken)) {
    const { found } = match
    const signalId = await storeSignal({ match, since, isFresh: isFresh(found), guard })
    known.set(found.topicId, { signalId: signalId.toHexString(), form: formOf(found) })
  }
  await dropOthers(known, guard)
  return changed.length
}

/** Keeps what a stream has found. What is outdated meanwhile is left: the next report tells all of it again. */
export const storeReport = async (options: Options): Promise<number> => {
  try {
    return await storeChanged(options)
  } catch (error) {
    if (error instanceof Outdated) return 0
    throw error
  }
}
