import { dayOfDate } from '@server/modules/deadlines'
import { type Wording, weekOf, wordingsById } from '@server/modules/opinion'
import { inTransaction, ObjectId, type Session } from '@server/platform/database'
import { MemberModel, type SignalMember } from '../member.model'
import { SignalModel, type StoredSignal } from '../signal.model'
import type { FoundSignal } from '../stream-host'
import { GoneModel } from '../stream-state.model'
import type { Match } from './match-signals'
import { recountSignal } from './recount-signal'

/** So many days later a signal must have twice the people to stand as high in a list. */
const FADING_DAYS = 90

/** In the list's order, without having to be worked out anew each day. */
export const scoreOf = (weight: number, latestAt: string): number => weight + dayOfDate(latestAt) / FADING_DAYS

/** Asked first in every transaction; throws when what was found may not be stored. */
export type Guard = (session: Session) => Promise<void>

export const memberOf = (row: Wording, signalId: ObjectId): SignalMember => ({
  _id: row._id,
  signalId,
  personId: row.personId,
  regionCode: row.regionCode,
  kind: row.kind,
  at: row.at,
  week: weekOf(row.at),
})

const figuresOf = ({ kind, name, expected, observed, p, weight, latestAt }: FoundSignal) => ({
  kind,
  name,
  expected,
  observed,
  p,
  score: scoreOf(weight, latestAt),
  stands: true,
})

const newSignal = (signalId: ObjectId, { found, muted }: Match, isFresh: boolean): StoredSignal => ({
  _id: signalId,
  ...figuresOf(found),
  givenName: null,
  revision: 0,
  listed: false,
  muted,
  mergedInto: null,
  people: 0,
  messages: 0,
  places: [],
  firstAt: new Date(0),
  latestAt: new Date(0),
  raisedAt: found.raisedAt,
  ...(isFresh && !muted ? { untold: true as const } : {}),
  history: [],
})

/** Members that the topic has and the signal has not; answers the signals that they come from. */
const takeMembers = async (options: { signalId: ObjectId; wordings: Wording[]; session: Session }): Promise<ObjectId[]> => {
  const { signalId, wordings, session } = options
  const gone = await GoneModel.find({ _id: { $in: wordings.map(({ _id }) => _id) } }, { _id: 1 }, { session }).lean<{ _id: string }[]>()
  const lost = new Set(gone.map(({ _id }) => _id))
  const rows = wordings.filter(({ _id }) => !lost.has(_id)).map((row) => memberOf(row, signalId))
  if (rows.length === 0) return []
  const before = await MemberModel.find({ _id: { $in: rows.map(({ _id }) => _id) } }, { signalId: 1 }, { session }).lean<SignalMember[]>()
  const writes = rows.map((row) => ({ replaceOne: { filter: { _id: row._id }, replacement: row, upsert: true } }))
  await MemberModel.bulkWrite(writes, { session })
  return before.map((row) => row.signalId)
}

/** Members that have left the topic. Those that are older than all that the stream knows of it are kept. */
const dropMembers = async (options: { signalId: ObjectId; found: FoundSignal; since: Date; session: Session }): Promise<void> => {
  const { signalId, found, since, session } = options
  const filter = { signalId, _id: { $nin: found.memberIds } }
  const oldest = await MemberModel.findOne({ signalId, _id: { $in: found.memberIds } }, { at: 1 }, { session })
    .sort({ at: 1, _id: 1 })
    .lean<SignalMember>()
  const from = found.isCut && oldest && oldest.at > since ? oldest.at : since
  await MemberModel.deleteMany({ ...filter, at: { $gte: from } }, { session })
}

/** Signals that have lost members are counted anew; whoever has the address of one that lost all of them comes to the other. */
const leaveOthers = async (options: { from: ObjectId[]; to: ObjectId; session: Session }): Promise<void> => {
  const { from, to, session } = options
  const others = new Map(from.filter((id) => !id.equals(to)).map((id) => [id.toHexString(), id]))
  const moved = { mergedInto: to, stands: false, listed: false }
  for (const _id of others.values()) {
    if ((await recountSignal(_id, session)) === 0) await SignalModel.updateOne({ _id }, { $set: moved }, { session })
  }
}

/**
 * Keeps what was found of one topic: the signal's figures, and which wordings it rests on. Answers the signal's id.
 * `since`: the first date that the stream knows of. `isFresh`: members are to be told of it when it is new.
 */
export const storeSignal = async (options: { match: Match; since: Date; isFresh: boolean; guard: Guard }): Promise<ObjectId> => {
  const { match, since, isFresh, guard } = options
  const { found } = match
  const signalId = match.signalId ?? new ObjectId()
  const own = await MemberModel.find({ signalId, _id: { $in: found.memberIds } }, { _id: 1 }).lean<SignalMember[]>()
  const known = new Set(own.map(({ _id }) => _id))
  const wordings = await wordingsById(found.memberIds.filter((id) => !known.has(id)))
  await inTransaction(async (session) => {
    await guard(session)
    if (match.signalId) await SignalModel.updateOne({ _id: signalId }, { $set: figuresOf(found) }, { session })
    else await SignalModel.collection.insertOne(newSignal(signalId, match, isFresh), { session })
    const from = await takeMembers({ signalId, wordings, session })
    await dropMembers({ signalId, found, since, session })
    await recountSignal(signalId, session)
    await leaveOthers({ from, to: signalId, session })
  })
  return signalId
}
