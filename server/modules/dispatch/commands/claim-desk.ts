import { clock } from '@server/platform/clock'
import { database } from '@server/platform/database'
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

/**
 * Takes a place if there is one still. As a bare command, which the driver does not mark as retryable: MongoDB would keep
 * a copy of the desk for each claim. A claim whose answer is lost fails the submission; its repeat claims again, and the
 * recount gives the first one back.
 */
const claim = async (personId: string): Promise<Desk | undefined> => {
  const now = clock.now()
  const { day } = today()
  const { value } = await database().command({
    findAndModify: DeskModel.collection.name,
    query: { personId, ...HAS_ROOM },
    update: oneAssigned(now, day),
    writeConcern: AT_ONCE,
  })
  const before = value as Desk | null
  if (!before) return undefined
  const days = { ...before.days, [day]: (before.days?.[day] ?? 0) + 1 }
  const { load, room, rev } = before
  learnDesk({ ...before, load: load + 1, room: room - 1, rev: rev + 1, days, changedAt: now, lastAssignedAt: now })
  return before
}

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
      desk = await claim(place.desk.personId)
    } finally {
      place.reserved -= 1
    }
    if (desk) return { claimed: { desk, code }, fit }
    await rereadDesk(place.desk.personId)
  }
  return undefined
}
