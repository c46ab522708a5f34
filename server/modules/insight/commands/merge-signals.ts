import type { Actor } from '@server/platform/actor'
import { inTransaction, type Session } from '@server/platform/database'
import { InvalidInput } from '@server/platform/errors'
import { MemberModel, type SignalMember } from '../member.model'
import type { StoredSignal } from '../signal.model'
import { keepTie } from '../stream-state.model'
import { titleOf } from '../title'
import { changeSignal } from './change-signal'
import { recountSignal } from './recount-signal'

/** So many of each are remembered as belonging together; what is like them follows them. */
const MOST_TIED = 500

const latestIds = async (signal: StoredSignal, session: Session): Promise<string[]> => {
  const rows = await MemberModel.find({ signalId: signal._id }, { _id: 1 }, { session })
    .sort({ at: -1, _id: -1 })
    .limit(MOST_TIED)
    .lean<SignalMember[]>()
  return rows.map(({ _id }) => _id)
}

/** Makes another signal part of one, for good: what is like either of them comes to this one. Throws InvalidInput, Conflict. */
export const mergeSignals = (options: { actor: Actor; signal: StoredSignal; other: StoredSignal; revision: number }): Promise<void> => {
  const { actor, signal, other, revision } = options
  if (signal._id.equals(other._id)) throw InvalidInput.field('otherId', 'same', '请选另一条')
  return inTransaction(async (session) => {
    const ids = [...(await latestIds(signal, session)), ...(await latestIds(other, session))]
    await keepTie({ kind: 'join', ids }, session)
    const gone = { mergedInto: signal._id, stands: false, listed: false }
    await changeSignal({ actor, signal: other, revision: other.revision, set: gone, text: `已并入“${titleOf(signal)}”`, session })
    const score = Math.max(signal.score, other.score)
    await changeSignal({ actor, signal, revision, set: { score, stands: true }, text: `并入了“${titleOf(other)}”`, session })
    await MemberModel.updateMany({ signalId: other._id }, { $set: { signalId: signal._id } }, { session })
    await recountSignal(signal._id, session)
  })
}
