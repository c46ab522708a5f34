import { toLocalIso } from '@server/modules/deadlines'
import { clock } from '@server/platform/clock'
import type { WaitingView } from '@shared/mediation/schemas'
import { isOver } from './holds'
import type { Waiting } from './waiting.model'

/** A case's place on the waiting list; an offer whose time has passed is none. */
export const presentWaiting = ({ waiting, position }: { waiting: Waiting; position: number }): WaitingView => {
  const { offer } = waiting
  const standing = offer && !isOver(offer.until, clock.now())
  return {
    id: waiting._id.toHexString(),
    mode: waiting.mode,
    from: waiting.from ?? null,
    to: waiting.to ?? null,
    partOfDay: waiting.partOfDay,
    since: toLocalIso(waiting.since),
    position,
    offer: standing ? { bookingId: offer.bookingId, startsAt: toLocalIso(offer.startsAt), until: toLocalIso(offer.until) } : null,
  }
}
