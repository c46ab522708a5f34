import type { CasePorts } from '@server/modules/cases'
import { clock } from '@server/platform/clock'
import { type Desk, DeskModel } from '../desk.model'
import { deskFull } from '../desk-full'
import { oneAssigned, oneLess, oneMore, oneUndone } from '../desk-load'
import { rereadDesk } from '../fit/desk-memory'
import { today } from '../fit/today'

/**
 * Counts a case at a person's desk up or down; owners without a desk have no load. With `ifRoom`, of two who assign the
 * last place at the same moment one hears that the desk is full.
 */
export const changeLoad: CasePorts['changeLoad'] = async ({ personId, delta, ifRoom, undone, session }) => {
  const now = clock.now()
  const options = session ? { session } : {}
  const where = delta < 0 ? { load: { $gt: 0 } } : ifRoom ? { room: { $gt: 0 } } : {}
  const more = () => (ifRoom ? oneAssigned(now, today().day) : oneMore(now))
  const less = () => (undone ? oneUndone(now, today().day) : oneLess(now))
  const change = delta < 0 ? less() : more()
  const { matchedCount } = await DeskModel.collection.updateOne({ personId, ...where }, change, options)
  if (matchedCount > 0) {
    await rereadDesk(personId, session)
    return
  }
  if (!ifRoom || delta < 0) return
  const full = await DeskModel.collection.findOne({ personId }, options)
  if (full) throw deskFull(full as unknown as Desk)
}
