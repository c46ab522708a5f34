import { clock } from '@server/platform/clock'
import { inTransaction, ObjectId } from '@server/platform/database'
import { MemberModel, type SignalMember } from '../member.model'
import { SignalModel } from '../signal.model'
import { GoneModel, touchState } from '../stream-state.model'
import { recountSignal } from './recount-signal'

/** Wordings that are taken back leave their signals, whose numbers are worked out anew; a stream that knows them hears of it. */
export const forgetWordings = (wordingIds: string[]): Promise<void> =>
  inTransaction(async (session) => {
    await touchState(session)
    const at = clock.now()
    const writes = wordingIds.map((_id) => ({
      updateOne: { filter: { _id }, update: { $setOnInsert: { order: new ObjectId(), at } }, upsert: true },
    }))
    await GoneModel.bulkWrite(writes, { session })
    const rows = await MemberModel.find({ _id: { $in: wordingIds } }, { signalId: 1 }, { session }).lean<SignalMember[]>()
    await MemberModel.deleteMany({ _id: { $in: wordingIds } }, { session })
    const signals = new Map(rows.map(({ signalId }) => [signalId.toHexString(), signalId]))
    for (const _id of signals.values()) {
      // Its name is made of words of those who have gone.
      if ((await recountSignal(_id, session)) === 0) await SignalModel.deleteOne({ _id }, { session })
    }
  })
