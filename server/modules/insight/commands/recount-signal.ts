import type { ObjectId, Session } from '@server/platform/database'
import { chainOf } from '@shared/regions/schemas'
import { firstsOf } from '../figures'
import { isTold } from '../insight.policy'
import { MemberModel, type SignalMember } from '../member.model'
import { SignalModel, type StoredSignal } from '../signal.model'

type Counted = Pick<SignalMember, 'personId' | 'regionCode' | 'at'>

/** Works out anew what a signal's members say of it, and whether lists show it; answers how many they are. */
export const recountSignal = async (signalId: ObjectId, session: Session): Promise<number> => {
  const signal = await SignalModel.findById(signalId, { history: 0 }, { session }).lean<StoredSignal>()
  if (!signal) return 0
  const rows = await MemberModel.find({ signalId }, { personId: 1, regionCode: 1, at: 1 }, { session })
    .sort({ at: 1, _id: 1 })
    .lean<Counted[]>()
  const people = firstsOf(rows).length
  const numbers = {
    people,
    messages: rows.length,
    places: [...new Set(rows.flatMap(({ regionCode }) => chainOf(regionCode)))],
    firstAt: rows[0]?.at ?? signal.firstAt,
    latestAt: rows.at(-1)?.at ?? signal.latestAt,
    listed: signal.stands && isTold({ people, observed: signal.observed }),
  }
  await SignalModel.updateOne({ _id: signalId }, { $set: numbers }, { session })
  return rows.length
}
