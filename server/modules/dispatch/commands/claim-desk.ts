import { clock } from '@server/platform/clock'
import { database, type WriteFailure, writeError } from '@server/platform/database'
import { readBatch } from '@server/platform/read-batch'
import { type Outcome, together } from '@server/platform/together'
import { type Desk, DeskModel } from '../desk.model'
import { HAS_ROOM } from '../desk-filter'
import { oneAssigned } from '../desk-load'
import { learnDesk, rereadDesk } from '../fit/desk-memory'
import type { Fit } from '../fit/fit'
import { today } from '../fit/today'

/** A desk as it was before the case came to it, and the region by which it was found. */
export interface Claimed {
  desk: Desk
  code: string
}

/**
 * Not waiting for the majority: the case that is written next does, and with it everything written before it. Claims
 * would otherwise take as long as the journal does.
 */
const AT_ONCE = { w: 1 } as const
const DESKS = DeskModel.collection.name

/**
 * Takes a place if there is one still, and answers the desk as it was. As a bare command, which the driver does not mark as
 * retryable: MongoDB would keep a copy of the desk for each claim. A claim whose answer is lost fails the submission; its
 * repeat claims again, and the recount gives the first one back.
 */
const claimOne = async (personId: string): Promise<Desk | undefined> => {
  const now = clock.now()
  const { day } = today()
  const query = { personId, ...HAS_ROOM }
  const { value } = await database().command({ findAndModify: DESKS, query, update: oneAssigned(now, day), writeConcern: AT_ONCE })
  const before = value as Desk | null
  if (!before) return undefined
  const days = { ...before.days, [day]: (before.days?.[day] ?? 0) + 1 }
  const { load, room, rev } = before
  learnDesk({ ...before, load: load + 1, room: room - 1, rev: rev + 1, days, changedAt: now, lastAssignedAt: now })
  return before
}

/**
 * What makes a claim that finds no room say so: of several updates in one command MongoDB tells only how many went through,
 * and by name those that failed. So where nothing matches it is to insert a desk, whose id no document can have.
 */
const NO_DESK = { $setOnInsert: { _id: [] } }
const INVALID_ID = 53

/** Those of the claims that did not go through, by their place in the command, with the reason. */
const claimEach = async (personIds: readonly string[]): Promise<Map<number, WriteFailure>> => {
  const u = { ...oneAssigned(clock.now(), today().day), ...NO_DESK }
  const updates = personIds.map((personId) => ({ q: { personId, ...HAS_ROOM }, u, upsert: true }))
  const answer = await database().command({ update: DESKS, updates, ordered: false, writeConcern: AT_ONCE })
  return new Map(((answer.writeErrors ?? []) as WriteFailure[]).map((error) => [error.index, error]))
}

/** Several at once. What a desk had before is counted back from what it has now, and may be one off when others write to it. */
const claimSeveral = async (wanted: Desk[]): Promise<Outcome<Desk | undefined>[]> => {
  const personIds = wanted.map(({ personId }) => personId)
  const refused = await claimEach(personIds)
  const filter = { personId: { $in: personIds } }
  // The places are taken: if this fails, what was known has to do.
  const desks = await readBatch<Desk>({ collection: DESKS, filter, projection: {}, limit: personIds.length }).catch(() => wanted)
  for (const desk of desks) learnDesk(desk)
  const standing = new Map(desks.map((desk) => [desk.personId, desk]))
  const outcomes = [...personIds.entries()].reverse().map(([index, personId]): Outcome<Desk | undefined> => {
    const error = refused.get(index)
    if (error && error.code !== INVALID_ID) return { error: writeError(error) }
    const desk = error ? undefined : standing.get(personId)
    if (!desk) return { value: undefined }
    const before = { ...desk, load: desk.load - 1 }
    standing.set(personId, before)
    return { value: before }
  })
  return outcomes.reverse()
}

const claim = together<Desk, Desk | undefined>({
  // One after the other: a desk that is read while other claims are on their way may hold them already, and they would
  // count twice until they are back, so that cases passed over a desk that had room.
  lanes: 1,
  most: 50,
  run: async (wanted) => {
    const [only, ...others] = wanted
    return only && others.length === 0 ? [{ value: await claimOne(only.personId) }] : claimSeveral(wanted)
  },
})

/**
 * One place at the best of these desks that has one. What this process is about to claim counts already, so that a crowd
 * of cases spreads over equal desks; what another process has taken in the meantime is found out by the write.
 */
export const claimFirst = async (fits: readonly Fit[]): Promise<{ claimed: Claimed; fit: Fit } | undefined> => {
  for (const fit of fits) {
    const { place, code } = fit
    if (place.desk.load + place.reserved >= place.desk.capacity) continue
    place.reserved += 1
    let desk: Desk | undefined
    try {
      desk = await claim(place.desk)
    } finally {
      place.reserved -= 1
    }
    if (desk) return { claimed: { desk, code }, fit }
    await rereadDesk(place.desk.personId)
  }
  return undefined
}
