import { clock } from '@server/platform/clock'
import { database } from '@server/platform/database'
import { inTurn } from '@server/platform/turns'
import { type Desk, DeskModel } from '../desk.model'
import { HAS_ROOM, servingCodes, takes } from '../desk-filter'
import { oneMore } from '../desk-load'
import { servedCodes } from '../served-codes'

export interface Wanted {
  regionCode: string
  category: string
  excludePersonIds: string[]
}
/** A desk as it was before the case came to it, and the region by which it was found. */
export interface Claimed {
  desk: Desk
  code: string
}

const LEAST_BUSY = { load: 1, lastAssignedAt: 1 } as const

/**
 * Not waiting for the majority: the case that is written next does, and with it everything written before it. Turns
 * would otherwise be as long as the journal takes.
 */
const AT_ONCE = { w: 1 } as const

/**
 * As a bare command, which the driver does not mark as retryable: MongoDB would keep a copy of the desk for each claim.
 * A claim whose answer is lost fails the submission; its repeat claims again, and the recount gives the first one back.
 */
const claim = async (filter: object, sort?: typeof LEAST_BUSY): Promise<Desk | null> => {
  const { value } = await database().command({
    findAndModify: DeskModel.collection.name,
    query: { ...filter, ...HAS_ROOM },
    update: oneMore(clock.now()),
    ...(sort ? { sort } : {}),
    writeConcern: AT_ONCE,
  })
  return value as Desk | null
}

/** One place at the least busy desk with room, of the nearest level that has one; undefined when nobody fits. */
export const claimNearest = async ({ regionCode, category, excludePersonIds }: Wanted): Promise<Claimed | undefined> => {
  const served = await servedCodes()
  for (const code of servingCodes(regionCode)) {
    if (!served.has(code)) continue
    const filter = { regionCodes: code, personId: { $nin: excludePersonIds }, ...takes(category) }
    const desk = await inTurn(`desks ${code}`, () => claim(filter, LEAST_BUSY))
    if (desk) return { desk, code }
  }
  return undefined
}

/** A place at the desk of a certain mediator, if it serves the region, takes the category and has room. */
export const claimWished = async (personId: string, { regionCode, category, excludePersonIds }: Wanted): Promise<Claimed | undefined> => {
  if (excludePersonIds.includes(personId)) return undefined
  const codes = servingCodes(regionCode)
  const desk = await claim({ personId, regionCodes: { $in: codes }, ...takes(category) })
  const code = desk && codes.find((one) => desk.regionCodes.includes(one))
  return code ? { desk, code } : undefined
}
