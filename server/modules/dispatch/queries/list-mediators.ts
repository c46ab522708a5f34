import type { Actor } from '@server/platform/actor'
import { type Desk, DeskModel } from '../desk.model'
import { takes } from '../desk-filter'
import { servingCodes } from '../fit/fit'

const MOST = 50

const nearest = (desk: Desk, codes: string[]): number => codes.findIndex((code) => desk.regionCodes.includes(code))

/** Open desks that serve a region and take the category, nearest level first, then the least busy; at most 50. */
export const listMediators = async (options: { actor: Actor; regionCode: string; category: string | undefined }): Promise<Desk[]> => {
  const { actor, regionCode, category } = options
  const codes = servingCodes(regionCode)
  const desks: Desk[] = []
  for (const code of codes) {
    if (desks.length >= MOST) break
    // Whom an earlier level has given already is not given again.
    const known = [actor.personId, ...desks.map((desk) => desk.personId)]
    const filter = { regionCodes: code, open: true, personId: { $nin: known }, ...(category === undefined ? {} : takes(category)) }
    const found = await DeskModel.find(filter)
      .sort({ load: 1, lastAssignedAt: 1 })
      .limit(MOST - desks.length)
      .lean<Desk[]>()
    desks.push(...found)
  }
  return desks.sort((one, other) => nearest(one, codes) - nearest(other, codes))
}
