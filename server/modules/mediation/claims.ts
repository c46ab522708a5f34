import { isDuplicate, type ObjectId, type Session } from '@server/platform/database'
import { Conflict } from '@server/platform/errors'
import { TICK_MINUTES } from '@shared/mediation/schemas'
import type { Booking } from './booking.model'
import { ClaimModel } from './claim.model'
import type { Span } from './plan-slots'

const TICK = TICK_MINUTES * 60_000

export const personResource = (personId: string): string => `p:${personId}`
export const roomResource = (roomId: string): string => `r:${roomId}`

/** The ticks that a span touches. */
export const ticksOf = ({ startsAt, endsAt }: Span): number[] => {
  const first = Math.floor(startsAt.getTime() / TICK)
  return Array.from({ length: Math.ceil(endsAt.getTime() / TICK) - first }, (_, index) => first + index)
}

type Claiming = Span & Pick<Booking, '_id' | 'mediator' | 'partyIds' | 'venue'>

/** Whose and what a booking takes. */
const resourcesOf = ({ mediator, partyIds, venue }: Claiming): string[] => [
  ...new Set([mediator.id, ...partyIds].map(personResource)),
  ...(venue ? [roomResource(venue.roomId)] : []),
]

const keysOf = (booking: Claiming) =>
  resourcesOf(booking).flatMap((resource) => ticksOf(booking).map((tick) => ({ resource, tick, bookingId: booking._id })))

/**
 * Takes what a booking needs; of `former`, its earlier self, what stays is kept and what is not needed is given back
 * after the new has been taken. Throws Conflict slot_taken, which ends the transaction, when anything is somebody else's.
 */
export const takeClaims = async (options: { booking: Claiming; former?: Claiming; session: Session }): Promise<void> => {
  const { booking, former, session } = options
  const known = (claim: { resource: string; tick: number }) => `${claim.resource} ${claim.tick}`
  const wanted = keysOf(booking)
  const held = former ? keysOf(former) : []
  const heldKeys = new Set(held.map(known))
  const wantedKeys = new Set(wanted.map(known))
  try {
    const fresh = wanted.filter((claim) => !heldKeys.has(known(claim)))
    if (fresh.length > 0) await ClaimModel.collection.insertMany(fresh, { session })
  } catch (error) {
    throw isDuplicate(error) ? new Conflict('slot_taken') : error
  }
  const spare = held.filter((claim) => !wantedKeys.has(known(claim))).map(({ resource, tick }) => ({ resource, tick }))
  if (spare.length > 0) await ClaimModel.deleteMany({ bookingId: booking._id, $or: spare }, { session })
}

/** Gives back all that a booking holds. */
export const freeClaims = async (options: { bookingId: ObjectId; session: Session }): Promise<void> => {
  await ClaimModel.deleteMany({ bookingId: options.bookingId }, { session: options.session })
}

/** Which ticks of a span of time are taken, by resource; those of `except`, a booking, do not count. */
export const takenTicks = async (options: {
  resources: string[]
  from: Date
  to: Date
  except?: ObjectId
}): Promise<Map<string, Set<number>>> => {
  const { resources, from, to, except } = options
  const range = { $gte: Math.floor(from.getTime() / TICK), $lt: Math.ceil(to.getTime() / TICK) }
  const claims = await ClaimModel.find({ resource: { $in: resources }, tick: range }).lean()
  const taken = new Map<string, Set<number>>(resources.map((resource) => [resource, new Set<number>()]))
  for (const claim of claims) if (!except?.equals(claim.bookingId)) taken.get(claim.resource)?.add(claim.tick)
  return taken
}
