import type { Actor } from '@server/platform/actor'
import { clock } from '@server/platform/clock'
import { Conflict, Forbidden, NotFound } from '@server/platform/errors'
import { PairModel } from '../pair.model'
import { loadPair, type SeenPair } from '../queries/load-pairs'

/**
 * Says that two cases are not one matter, once. Throws NotFound for who handles neither, Forbidden for who cannot read
 * both, Conflict when it is decided already.
 */
export const dismissPair = async (options: { actor: Actor; pairId: string }): Promise<SeenPair> => {
  const { actor, pairId } = options
  const seen = await loadPair({ actor, pairId })
  if (seen.cases.length < 2) throw new Forbidden('只有看得到两件事的人才能判断')
  const pair = await PairModel.findOneAndUpdate(
    { _id: seen.pair._id, state: 'proposed' },
    { $set: { state: 'dismissed', decided: { at: clock.now(), byPersonId: actor.personId } } },
    { returnDocument: 'after' },
  ).lean()
  if (pair) return { ...seen, pair }
  if (!(await PairModel.exists({ _id: seen.pair._id }))) throw new NotFound()
  throw new Conflict('conflict', '这两件事已经有人处理过了，请刷新后再看')
}
