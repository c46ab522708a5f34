import { dayNumberOf, localDate } from '@server/modules/deadlines'
import { type Wording, wordingsById } from '@server/modules/opinion'
import type { Actor } from '@server/platform/actor'
import { clock } from '@server/platform/clock'
import { inTransaction, ObjectId } from '@server/platform/database'
import { InvalidInput } from '@server/platform/errors'
import { Calendar, type DayCounts } from '../calendar'
import { peakOf } from '../emerging'
import { firstsOf, type Row } from '../figures'
import { isTold } from '../insight.policy'
import { MemberModel, type SignalMember } from '../member.model'
import { SignalModel, type StoredSignal } from '../signal.model'
import { keepTie, readState } from '../stream-state.model'
import { titleOf } from '../title'
import { changeSignal } from './change-signal'
import { recountSignal } from './recount-signal'

const NAME_LENGTH = 30
/** From so many of those that stay the others are kept apart; what is like them follows them. */
const MOST_TIED = 500
const NO_DAYS: DayCounts = { first: 0, counts: [] }

/** What is split off, as a signal of its own, until the stream has named it. */
const splitPart = (options: { from: StoredSignal; rows: readonly Row[]; wordings: readonly Wording[]; days: DayCounts }): StoredSignal => {
  const { from, rows, wordings, days } = options
  const firsts = firstsOf(rows)
  const peak = peakOf(
    firsts.map(({ at }) => dayNumberOf(at)),
    0,
    Calendar.from(days),
  )
  const [first] = wordings
  return {
    ...from,
    _id: new ObjectId(),
    kind: 'emerging',
    name: (first?.title || first?.text || titleOf(from)).slice(0, NAME_LENGTH),
    givenName: null,
    revision: 0,
    raisedAt: localDate(rows.at(-1)?.at ?? from.latestAt),
    observed: peak.observed,
    expected: peak.expected,
    p: peak.p,
    history: [],
  }
}

const chosenRows = async (signal: StoredSignal, ids: readonly string[], rows: readonly SignalMember[]): Promise<SignalMember[]> => {
  const chosen = rows.filter(({ _id }) => ids.includes(_id))
  if (chosen.length < new Set(ids).size) throw InvalidInput.field('wordingIds', 'unknown_wording', '选中的内容有的不在这条里')
  const left = await MemberModel.find({ signalId: signal._id, _id: { $nin: [...ids] } }, { personId: 1, at: 1 }).lean<SignalMember[]>()
  if (!isTold({ people: firstsOf(left).length, observed: signal.observed }))
    throw InvalidInput.field('wordingIds', 'too_many', '留下的至少要有五个人的内容')
  return chosen
}

/**
 * Takes some wordings out of a signal, for good. With enough people behind them they are a signal of their own; fewer
 * only leave this one. `rows`: its members whom the actor may see. Throws InvalidInput, Conflict.
 */
export const splitSignal = async (options: {
  actor: Actor
  signal: StoredSignal
  rows: readonly SignalMember[]
  wordingIds: readonly string[]
  revision: number
}): Promise<void> => {
  const { actor, signal, rows, wordingIds, revision } = options
  const chosen = await chosenRows(signal, wordingIds, rows)
  const ids = chosen.map(({ _id }) => _id)
  const [wordings, state] = await Promise.all([wordingsById(ids), readState()])
  const part = splitPart({ from: signal, rows: chosen, wordings, days: state?.days ?? NO_DAYS })
  const isSignal = isTold({ people: firstsOf(chosen).length, observed: part.observed })
  await inTransaction(async (session) => {
    const rest = await MemberModel.find({ signalId: signal._id, _id: { $nin: ids } }, { _id: 1 }, { session })
      .sort({ at: -1, _id: -1 })
      .limit(MOST_TIED)
      .lean<SignalMember[]>()
    await keepTie({ kind: 'part', ids, others: rest.map(({ _id }) => _id) }, session)
    await changeSignal({ actor, signal, revision, set: {}, text: `拆出了 ${ids.length} 条`, session })
    const filter = { _id: { $in: ids }, signalId: signal._id }
    if (isSignal) {
      const entry = { at: clock.now(), by: actor.name, text: `从“${titleOf(signal)}”拆出` }
      await SignalModel.collection.insertOne({ ...part, history: [entry] }, { session })
      await MemberModel.updateMany(filter, { $set: { signalId: part._id } }, { session })
      await recountSignal(part._id, session)
    } else await MemberModel.deleteMany(filter, { session })
    await recountSignal(signal._id, session)
  })
}
