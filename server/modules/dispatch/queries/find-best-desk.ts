import type { Claimed, Wanted } from '../commands/claim-desk'
import { type Desk, DeskModel } from '../desk.model'
import { HAS_ROOM, servingCodes, takes } from '../desk-filter'

/** The desk that routing would choose, without taking a place at it: the move that follows takes it, if it is still there. */
export const findBestDesk = async ({ regionCode, category, excludePersonIds }: Wanted): Promise<Claimed | undefined> => {
  for (const code of servingCodes(regionCode)) {
    const filter = { regionCodes: code, personId: { $nin: excludePersonIds }, ...takes(category), ...HAS_ROOM }
    const desk = await DeskModel.findOne(filter).sort({ load: 1, lastAssignedAt: 1 }).lean<Desk>()
    if (desk) return { desk, code }
  }
  return undefined
}
