import type { ObjectId } from '@server/platform/database'
import { MemberModel, type SignalMember } from '../member.model'
import { SignalModel, type StoredSignal } from '../signal.model'
import type { FoundSignal } from '../stream-host'

/** Which stored signal a topic is; null: none yet. */
export interface Match {
  found: FoundSignal
  signalId: ObjectId | null
  /** It has come out of a muted signal, and is muted as well. */
  muted: boolean
}

/** So large a part of the smaller of the two they must share. */
const LEAST_SHARE = 1 / 3
const BATCH = 5000

const ownersOf = async (ids: readonly string[]): Promise<Map<string, string>> => {
  const owners = new Map<string, string>()
  for (let start = 0; start < ids.length; start += BATCH) {
    const filter = { _id: { $in: ids.slice(start, start + BATCH) } }
    for (const { _id, signalId } of await MemberModel.find(filter, { signalId: 1 }).lean<SignalMember[]>())
      owners.set(_id, signalId.toHexString())
  }
  return owners
}

interface Overlap {
  found: FoundSignal
  signal: StoredSignal
  shared: number
}

const overlapsOf = async (topics: readonly FoundSignal[]): Promise<Overlap[]> => {
  const owners = await ownersOf(topics.flatMap(({ memberIds }) => memberIds))
  const stored = await SignalModel.find({ _id: { $in: [...new Set(owners.values())] } }, { history: 0 }).lean<StoredSignal[]>()
  const byId = new Map(stored.map((signal) => [signal._id.toHexString(), signal]))
  const overlaps = topics.flatMap((found) => {
    const counts = new Map<string, number>()
    for (const id of found.memberIds) {
      const owner = owners.get(id)
      if (owner) counts.set(owner, (counts.get(owner) ?? 0) + 1)
    }
    return [...counts].flatMap(([id, shared]) => {
      const signal = byId.get(id)
      return signal ? [{ found, signal, shared }] : []
    })
  })
  return overlaps.sort((one, other) => other.shared - one.shared)
}

const isEnough = ({ found, signal, shared }: Overlap): boolean => shared >= LEAST_SHARE * Math.min(found.memberIds.length, signal.messages)

/**
 * Finds the stored signals of topics by the messages that they share: those that share most find each other first.
 * `taken`: signals that belong to topics which are not asked about.
 */
export const matchSignals = async (topics: readonly FoundSignal[], taken: ReadonlySet<string>): Promise<Match[]> => {
  const overlaps = await overlapsOf(topics)
  const used = new Set(taken)
  const matches = new Map<FoundSignal, ObjectId>()
  for (const overlap of overlaps) {
    const id = overlap.signal._id.toHexString()
    if (matches.has(overlap.found) || used.has(id) || overlap.signal.mergedInto || !isEnough(overlap)) continue
    used.add(id)
    matches.set(overlap.found, overlap.signal._id)
  }
  const isOfMuted = (found: FoundSignal): boolean =>
    overlaps.some((one) => one.found === found && one.signal.muted && one.shared * 2 >= found.memberIds.length)
  return topics.map((found) => {
    const signalId = matches.get(found) ?? null
    return { found, signalId, muted: signalId === null && isOfMuted(found) }
  })
}
