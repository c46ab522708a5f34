import { readWordings, type Wording } from '@server/modules/opinion'
import type { Actor } from '@server/platform/actor'
import { InvalidInput } from '@server/platform/errors'
import { decodeCursor, toPage } from '@server/platform/page'
import { MemberModel, type SignalMember } from '../member.model'
import { withinRegions } from './find-rows'
import { loadSignal } from './load-signal'

const before = (cursor: string | undefined) => {
  const key = decodeCursor(cursor, 2)
  if (!key) return {}
  const at = new Date(Number(key[0]))
  if (Number.isNaN(at.getTime())) throw InvalidInput.field('cursor', 'invalid_cursor', '翻页参数无效')
  return { $or: [{ at: { $lt: at } }, { at, _id: { $lt: String(key[1]) } }] }
}

/** The wording that a signal rests on, in the actor's regions, newest first. Every display is logged. Throws NotFound. */
export const signalWordings = async (options: {
  actor: Actor
  signalId: string
  cursor: string | undefined
  limit: number
}): Promise<{ rows: Wording[]; nextCursor: string | null }> => {
  const { actor, signalId, cursor, limit } = options
  const { signal, regions } = await loadSignal({ actor, signalId })
  const members = await MemberModel.find({ $and: [{ signalId: signal._id }, withinRegions(regions), before(cursor)] })
    .sort({ at: -1, _id: -1 })
    .limit(limit + 1)
    .lean<SignalMember[]>()
  const page = toPage(members, limit, ({ at, _id }) => [at.getTime(), _id])
  return { rows: await readWordings({ actor, ids: page.rows.map(({ _id }) => _id) }), nextCursor: page.nextCursor }
}
