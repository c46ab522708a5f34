import { clock } from '@server/platform/clock'
import { isDuplicate, type ObjectId, type Session } from '@server/platform/database'
import { Conflict } from '@server/platform/errors'
import { TICK_MINUTES } from '@shared/mediation/schemas'
import type { Appointment } from './booking.model'
import { type Claim, ClaimModel } from './claim.model'
import { isOver, whereOver } from './holds'
import type { Span } from './plan-slots'

const MINUTE = 60_000
const TICK = TICK_MINUTES * MINUTE

export const personResource = (personId: string): string => `p:${personId}`
export const roomResource = (roomId: string): string => `r:${roomId}`

/** The ticks that a span touches. */
export const ticksOf = ({ startsAt, endsAt }: Span): number[] => {
  const first = Math.floor(startsAt.getTime() / TICK)
  return Array.from({ length: Math.ceil(endsAt.getTime() / TICK) - first }, (_, index) => first + index)
}

export type Place = Pick<Claim, 'resource' | 'tick'>
export type Needing = Pick<Appointment, 'startsAt' | 'endsAt' | 'partyIds' | 'buffers'> & {
  mediator: { id: string }
  venue: { roomId: string } | null
}

/** A session with the time that its mediator keeps free around it. */
export const withBuffers = ({ startsAt, endsAt, buffers }: Pick<Needing, 'startsAt' | 'endsAt' | 'buffers'>): Span => ({
  startsAt: new Date(startsAt.getTime() - buffers.before * MINUTE),
  endsAt: new Date(endsAt.getTime() + buffers.after * MINUTE),
})

/** Whose time and which room a session takes: the mediator's with the buffers, everything else without. */
export const needsOf = (session: Needing): Place[] => {
  const { mediator, partyIds, venue } = session
  const own = personResource(mediator.id)
  const others = new Set([...partyIds.map(personResource), ...(venue ? [roomResource(venue.roomId)] : [])])
  others.delete(own)
  const during = ticksOf(session)
  return [
    ...ticksOf(withBuffers(session)).map((tick) => ({ resource: own, tick })),
    ...[...others].flatMap((resource) => during.map((tick) => ({ resource, tick }))),
  ]
}

export const placeKey = ({ resource, tick }: Place): string => `${resource} ${tick}`
/** Those of the places that are not among the others. */
export const without = (places: Place[], others: Place[]): Place[] => {
  const known = new Set(others.map(placeKey))
  return places.filter((place) => !known.has(placeKey(place)))
}

/** Places as a filter: by resource, so that each is one range of the index. */
export const wherePlaces = (places: Place[]) => {
  const ticks = new Map<string, number[]>()
  for (const { resource, tick } of places) ticks.set(resource, [...(ticks.get(resource) ?? []), tick])
  return [...ticks].map(([resource, list]) => ({ resource, tick: { $in: list } }))
}

/**
 * Takes places for a booking; with `until` they are only held. What others held too long ago goes with the same stroke.
 * Throws Conflict slot_taken, which ends the transaction, when anything is somebody else's.
 */
export const takePlaces = async (options: {
  places: Place[]
  bookingId: ObjectId
  until?: Date | null
  session: Session
}): Promise<void> => {
  const { places, bookingId, until, session } = options
  if (places.length === 0) return
  await ClaimModel.collection.deleteMany({ $and: [{ $or: wherePlaces(places) }, whereOver('until', clock.now())] }, { session })
  const claims = places.map(({ resource, tick }) => ({ resource, tick, bookingId, ...(until ? { until } : {}) }))
  try {
    await ClaimModel.collection.insertMany(claims as never[], { session })
  } catch (error) {
    throw isDuplicate(error) ? new Conflict('slot_taken') : error
  }
}

/** Gives places of a booking back; without a list, all of them. */
export const freePlaces = async (options: { bookingId: ObjectId; places?: Place[]; session: Session }): Promise<void> => {
  const { bookingId, places, session } = options
  if (places?.length === 0) return
  await ClaimModel.deleteMany({ bookingId, ...(places ? { $or: wherePlaces(places) } : {}) }, { session })
}

/**
 * Makes what was held under one id the lasting claims of a booking. False when some of it is somebody else's by now: the
 * count is what tells, whatever the clocks of two processes say.
 */
export const keepPlaces = async (options: { held: ObjectId; bookingId: ObjectId; count: number; session: Session }): Promise<boolean> => {
  const { held, bookingId, count, session } = options
  const { matchedCount } = await ClaimModel.collection.updateMany(
    { bookingId: held },
    { $set: { bookingId }, $unset: { until: '' } },
    { session },
  )
  return matchedCount === count
}

/** Which ticks of a span of time are taken, by resource; those of `except`, bookings, do not count, nor holds that are over. */
export const takenTicks = async (options: {
  resources: string[]
  from: Date
  to: Date
  except?: (ObjectId | undefined)[]
}): Promise<Map<string, Set<number>>> => {
  const { resources, from, to, except = [] } = options
  const range = { $gte: Math.floor(from.getTime() / TICK), $lt: Math.ceil(to.getTime() / TICK) }
  const claims = await ClaimModel.find({ resource: { $in: resources }, tick: range }).lean<Claim[]>()
  const now = clock.now()
  const taken = new Map<string, Set<number>>(resources.map((resource) => [resource, new Set<number>()]))
  for (const { resource, tick, bookingId, until } of claims) {
    if (until && isOver(until, now)) continue
    if (!except.some((id) => id?.equals(bookingId))) taken.get(resource)?.add(tick)
  }
  return taken
}
