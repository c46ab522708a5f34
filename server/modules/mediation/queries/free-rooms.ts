import { type Venue, venuesFor } from '@server/modules/regions'
import type { ObjectId } from '@server/platform/database'
import { roomResource, takenTicks, ticksOf } from '../claims'
import type { Span } from '../plan-slots'

type FoundVenue = Pick<Venue, '_id' | 'name' | 'address'>
export interface FreeRoom {
  venue: FoundVenue
  room: { id: string; name: string }
}

/**
 * Which rooms that serve a region and have a seat for everybody are free during a span, nearest venue first; answered for
 * any span within the time asked about.
 */
export const freeRooms = async (options: {
  regionCode: string
  people: number
  from: Date
  to: Date
  except?: (ObjectId | undefined)[]
}) => {
  const { regionCode, people, ...time } = options
  const found = await venuesFor(regionCode)
  const venues = found
    .map((venue) => ({ ...venue, rooms: venue.rooms.filter((room) => room.seats >= people) }))
    .filter((venue) => venue.rooms.length > 0)
  const resources = venues.flatMap((venue) => venue.rooms.map((room) => roomResource(room.id)))
  const taken = await takenTicks({ resources, ...time })
  const during = (span: Span): FreeRoom[] => {
    const ticks = ticksOf(span)
    return venues.flatMap((venue) =>
      venue.rooms
        .filter((room) => !ticks.some((tick) => taken.get(roomResource(room.id))?.has(tick)))
        .map((room) => ({ venue, room: { id: room.id, name: room.name } })),
    )
  }
  return { venues, during }
}
