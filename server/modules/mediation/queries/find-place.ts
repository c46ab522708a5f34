import type { ObjectId } from '@server/platform/database'
import { Conflict, InvalidInput } from '@server/platform/errors'
import { inTurn } from '@server/platform/turns'
import type { BookedRoom, Buffers } from '../booking.model'
import { needsOf, takenTicks, withBuffers } from '../claims'
import type { Span } from '../plan-slots'
import { PROBLEMS } from '../texts'
import { type FreeRoom, freeRooms } from './free-rooms'

export interface Wanted {
  span: Span
  mediatorId: string
  buffers: Buffers
  partyIds: string[]
  regionCode: string
  /** On site: the venue, or any. Otherwise no room is needed. */
  place: { venueId?: string } | null
  /** Bookings whose own claims are no hindrance. */
  except: ObjectId[]
}

const checkPeople = async ({ span, mediatorId, buffers, partyIds, except }: Wanted): Promise<void> => {
  const places = needsOf({ ...span, mediator: { id: mediatorId }, partyIds, buffers, venue: null })
  const around = withBuffers({ ...span, buffers })
  const resources = [...new Set(places.map(({ resource }) => resource))]
  const taken = await takenTicks({ resources, from: around.startsAt, to: around.endsAt, except })
  if (places.some(({ resource, tick }) => taken.get(resource)?.has(tick))) throw new Conflict('slot_taken')
}

/**
 * What is free for a session: null without a room, or the rooms that would do, nearest first.
 * Throws Conflict slot_taken, and InvalidInput for a venue that does not serve the region.
 */
export const findPlace = async (wanted: Wanted): Promise<FreeRoom[] | null> => {
  const { span, partyIds, regionCode, place, except } = wanted
  await checkPeople(wanted)
  if (!place) return null
  const { venues, during } = await freeRooms({ regionCode, people: partyIds.length + 1, from: span.startsAt, to: span.endsAt, except })
  const { venueId } = place
  if (venueId && !venues.some((venue) => venue._id.toHexString() === venueId))
    throw InvalidInput.field('venueId', 'unknown_venue', PROBLEMS.unknownVenue)
  if (venues.length === 0) throw InvalidInput.field('mode', 'no_venue', PROBLEMS.noVenue)
  const free = during(span).filter(({ venue }) => !venueId || venue._id.toHexString() === venueId)
  if (free.length === 0) throw new Conflict('slot_taken')
  return free
}

// Each loss means that somebody else has got a room, so this ends of itself; the bound is for the unforeseen.
const ROUNDS = 50

/** How many look for a place just now, in this process. */
let looking = 0

/**
 * The first room of the nearest venue; while others look, too, any of it, so that those who race for rooms do not all
 * want the same one.
 */
const choose = (free: FreeRoom[]): FreeRoom | null => {
  const nearest = free.filter(({ venue }) => venue === free[0]?.venue)
  return nearest[looking > 1 ? Math.floor(Math.random() * nearest.length) : 0] ?? null
}

const tryPlaces = async <T>(wanted: Wanted, take: (room: FreeRoom | null) => Promise<T>): Promise<T> => {
  for (let round = 1; ; round += 1) {
    const free = await findPlace(wanted)
    const room = free && choose(free)
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
export const withPlace = async <T>(wanted: Wanted, take: (room: FreeRoom | null) => Promise<T>): Promise<T> => {
  looking += 1
  try {
    return await inTurn(`sessions ${wanted.mediatorId}`, () => tryPlaces(wanted, take))
  } finally {
    looking -= 1
  }
}

/** A room as a booking keeps it. */
export const toVenue = (free: FreeRoom | null): BookedRoom | null =>
  free && {
    id: free.venue._id.toHexString(),
    name: free.venue.name,
    address: free.venue.address,
    room: free.room.name,
    roomId: free.room.id,
  }
