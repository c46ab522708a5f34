import type { CasePorts } from '@server/modules/cases'
import { clock } from '@server/platform/clock'
import { DeskModel } from '../desk.model'
import { shiftLoad } from '../desk-load'

/** Counts a case at a person's desk up or down; owners without a desk have no load. */
export const changeLoad: CasePorts['changeLoad'] = async ({ personId, delta, session }) => {
  await DeskModel.collection.updateOne({ personId }, shiftLoad({ delta, now: clock.now() }), session ? { session } : {})
}
