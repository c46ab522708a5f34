import type { CasePorts } from '@server/modules/cases'
import { clock } from '@server/platform/clock'
import { type Desk, DeskModel } from '../desk.model'
import { deskFull } from '../desk-full'
import { oneLess, oneMore } from '../desk-load'

/**
 * Counts a case at a person's desk up or down; owners without a desk have no load. With `ifRoom`, of two who assign the
 * last place at the same moment one hears that the desk is full.
 */
export const changeLoad: CasePorts['changeLoad'] = async ({ personId, delta, ifRoom, session }) => {
  const now = clock.now()
  const options = session ? { session } : {}
  if (delta < 0) {
    await DeskModel.collection.updateOne({ personId, load: { $gt: 0 } }, oneLess(now), options)
    return
  }
  const room = ifRoom ? { room: { $gt: 0 } } : {}
  const { matchedCount } = await DeskModel.collection.updateOne({ personId, ...room }, oneMore(now), options)
  if (!ifRoom || matchedCount > 0) return
  const full = await DeskModel.collection.findOne({ personId }, options)
  if (full) throw deskFull(full as unknown as Desk)
}
