import type { ObjectId } from '@server/platform/database'
import { Conflict, InvalidInput } from '@server/platform/errors'
import { personResource, takenTicks } from '../claims'
import type { Span } from '../plan-slots'
import { PROBLEMS } from '../texts'
import { inTurn } from '../turns'
import { type FreeRoom, freeRooms } from './free-rooms'

export interface Wanted {
  span: Span
  mediatorId: string
  partyIds: string[]
  regionCode: string
  /** On site: the venue, or any. Otherwise no room is needed. */
  place: { venueId?: string } | null
  /** A booking whose own claims are no hindrance. */
  except?: ObjectId
}

/**
 * What is free for a session: null without a room, or the rooms that would do, nearest first.
 * Throws Conflict slot_taken, and InvalidInput for a venue that does not serve the region.
 */
export const findPlace = async ({ span, mediatorId, partyIds, regionCode, place, except }: Wanted): Promise<FreeRoom[] | null> => {
  const time = { from: span.startsAt, to: span.endsAt, except }
  const taken = await takenTicks({ resources: [mediatorId, ...partyIds].map(personResource), ...time })
  if ([...taken.values()].some((ticks) => ticks.size > 0)) throw new Conflict('slot_taken')
  if (!place) return null
  const { venues, during } = await freeRooms({ regionCode, ...time })
  const { venueId } = place
  if (venueId && !venues.some((venue) => venue._id.toHexString() === venueId))
    throw InvalidInput.field('venueId', 'unknown_venue', PROBLEMS.unknownVenue)
  if (venues.length === 0) throw InvalidInput.field('mode', 'no_venue', PROBLEMS.noVenue)
  const free = during(span).filter(({ venue }) => !venueId || venue._id.toHexString() === venueId)
  if (free.length === 0) throw new Conflict('slot_taken')
  return free
}

const ROUNDS = 6

const tryPlaces = async <T>(wanted: Wanted, take: (room: FreeRoom | null) => Promise<T>): Promise<T> => {
  for (let round = 1; ; round += 1) {
    const free = await findPlace(wanted)
    // The nearest first; after a loss any, so that those who race for rooms do not meet again at the next one.
    const room = free ? (free[round === 1 ? 0 : Math.floor(Math.random() * free.length)] ?? null) : null
    try {
      return await take(room)
    } catch (error) {
      const lost = error instanceof Conflict && error.code === 'slot_taken'
      if (!lost || !room || round === ROUNDS) throw error
    }
  }
}

/**
 * Lets `take` claim a place. When somebody else was faster at the room, the next free one is tried; when the time
 * itself is gone, Conflict slot_taken says so.
 */
export const withPlace = <T>(wanted: Wanted, take: (room: FreeRoom | null) => Promise<T>): Promise<T> =>
  inTurn(wanted.mediatorId, () => tryPlaces(wanted, take))

/** A room as a booking keeps it. */
export const toVenue = (free: FreeRoom | null) =>
  free && {
    id: free.venue._id.toHexString(),
    name: free.venue.name,
    address: free.venue.address,
    room: free.room.name,
    roomId: free.room.id,
  }
