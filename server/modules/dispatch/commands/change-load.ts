import type { CasePorts } from '@server/modules/cases'
import { clock } from '@server/platform/clock'
import { DeskModel } from '../desk.model'
import { oneLess, oneMore } from '../desk-load'

/** Counts a case at a person's desk up or down; owners without a desk have no load. */
export const changeLoad: CasePorts['changeLoad'] = async ({ personId, delta, session }) => {
  const now = clock.now()
  const options = session ? { session } : {}
  if (delta > 0) await DeskModel.collection.updateOne({ personId }, oneMore(now), options)
  else await DeskModel.collection.updateOne({ personId, load: { $gt: 0 } }, oneLess(now), options)
}
