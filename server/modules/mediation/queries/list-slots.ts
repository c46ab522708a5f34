import { type Case, loadCase } from '@server/modules/cases'
import { dayNumberOf, dayOfDate, instantAt } from '@server/modules/deadlines'
import type { Actor } from '@server/platform/actor'
import { clock } from '@server/platform/clock'
import type { ObjectId } from '@server/platform/database'
import { Forbidden, InvalidInput } from '@server/platform/errors'
import type { Mode, SlotQuery } from '@shared/mediation/schemas'
import type * as z from 'zod/mini'
import type { Appointment } from '../booking.model'
import { isBookable, speakerOf } from '../bookings.policy'
import { needsOf, takenTicks, withBuffers } from '../claims'
import { takersOf } from '../participants'
import { planSlots, type Span } from '../plan-slots'
import { mediationSettings } from '../settings'
import { heldBy } from '../snapshot'
import { PROBLEMS } from '../texts'
import { findPlan } from './find-plan'
import { freeRooms } from './free-rooms'

const DEFAULT_DAYS = 14
const MOST_DAYS = 31
/** Enough for whoever chooses between a dozen mediators. */
const MOST_SLOTS = 1000
const isDate = (value: string): boolean => value.length === 10

/** From the first instant to the last; a date as an end includes that day. */
const rangeOf = ({ from, to }: z.infer<typeof SlotQuery>, now: Date): { from: Date; to: Date } => {
  const start = from === undefined ? now : isDate(from) ? instantAt(dayOfDate(from), 0) : new Date(from)
  const lastDay = to === undefined ? dayNumberOf(start) + DEFAULT_DAYS : isDate(to) ? dayOfDate(to) : undefined
  const end = lastDay === undefined ? new Date(to as string) : instantAt(lastDay + 1, 0)
  if (end < start) throw InvalidInput.field('to', 'from_before_to', PROBLEMS.order)
  const days = (lastDay ?? dayNumberOf(end)) - dayNumberOf(start)
  if (days > MOST_DAYS) throw InvalidInput.field('to', 'too_big', PROBLEMS.range)
  return { from: start, to: end }
}

export interface FreeSlot extends Span {
  venueIds: string[]
  mediator?: Appointment['mediator']
}
interface Asked {
  doc: Case
  mode: Mode
  from: Date
  to: Date
  except: ObjectId[]
}

type Rooms = Awaited<ReturnType<typeof freeRooms>>

const slotsOf = async (mediator: { id: string }, { doc, from, to, except }: Asked, rooms: Rooms | undefined): Promise<FreeSlot[]> => {
  const plan = await findPlan(mediator.id)
  const slots = planSlots({ plan, from, to, now: clock.now() })
  const [first, last] = [slots[0], slots.at(-1)]
  if (!first || !last) return []
  const buffers = { before: plan.bufferBefore, after: plan.bufferAfter }
  const needs = (slot: Span) => needsOf({ ...slot, mediator, partyIds: takersOf(doc), buffers, venue: null })
  const around = withBuffers({ startsAt: first.startsAt, endsAt: last.endsAt, buffers })
  const resources = [...new Set(needs(first).map(({ resource }) => resource))]
  const taken = await takenTicks({ resources, from: around.startsAt, to: around.endsAt, except })
  return slots
    .filter((slot) => !needs(slot).some(({ resource, tick }) => taken.get(resource)?.has(tick)))
    .map((slot) => ({ ...slot, venueIds: [...new Set(rooms?.during(slot).map(({ venue }) => venue._id.toHexString()))] }))
    .filter((slot) => !rooms || slot.venueIds.length > 0)
}

const HALF_DAY = 12 * 3_600_000
const roomsFor = ({ doc, mode, from, to, except }: Asked): Promise<Rooms> | undefined => {
  if (mode !== 'onsite') return undefined
  // A session that begins within the range may end after it.
  const time = { from, to: new Date(to.getTime() + HALF_DAY), except }
  return freeRooms({ regionCode: doc.regionCode, people: takersOf(doc).length + 1, ...time })
}

/**
 * Free times for a session about a case: of the mediator, of the parties and, on site, of a room; with `any`, also those of
 * colleagues who could take the case over.
 */
export const listSlots = async (options: { actor: Actor; caseId: string; query: z.infer<typeof SlotQuery> }): Promise<FreeSlot[]> => {
  const { actor, caseId, query } = options
  const { doc, relations } = await loadCase({ actor, caseId })
  if (!speakerOf({ doc, actor, relations })) throw new Forbidden()
  const range = rangeOf(query, clock.now())
  const { owner } = doc
  if (!owner || !isBookable(doc)) return []
  const asked: Asked = { doc, mode: query.mode, ...range, except: heldBy(doc) }
  const rooms = await roomsFor(asked)
  if (query.mediator === 'same') return slotsOf(owner, asked, rooms)
  const mediators = [{ id: owner.id, name: owner.name }, ...(await mediationSettings().colleagues({ doc }))]
  const found = await Promise.all(
    mediators.map(async (mediator) => (await slotsOf(mediator, asked, rooms)).map((slot) => ({ ...slot, mediator }))),
  )
  return found
    .flat()
    .sort((one, other) => one.startsAt.getTime() - other.startsAt.getTime())
    .slice(0, MOST_SLOTS)
}
