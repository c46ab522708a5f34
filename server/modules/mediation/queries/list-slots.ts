import { type Case, loadCase } from '@server/modules/cases'
import { dayNumberOf, dayOfDate, instantAt } from '@server/modules/deadlines'
import type { Actor } from '@server/platform/actor'
import { clock } from '@server/platform/clock'
import { Forbidden, InvalidInput } from '@server/platform/errors'
import type { Mode, SlotQuery } from '@shared/mediation/schemas'
import type * as z from 'zod/mini'
import { isBookable, speakerOf } from '../bookings.policy'
import { personResource, takenTicks, ticksOf } from '../claims'
import { HORIZON_DAYS, planSlots, type Span } from '../plan-slots'
import { takersOf } from '../takers'
import { PROBLEMS } from '../texts'
import { findPlan } from './find-plan'
import { freeRooms } from './free-rooms'

const DEFAULT_DAYS = 14
const isDate = (value: string): boolean => value.length === 10

/** From the first instant to the last; a date as an end includes that day. */
const rangeOf = ({ from, to }: z.infer<typeof SlotQuery>, now: Date): { from: Date; to: Date } => {
  const start = from === undefined ? now : isDate(from) ? instantAt(dayOfDate(from), 0) : new Date(from)
  const lastDay = to === undefined ? dayNumberOf(start) + DEFAULT_DAYS : isDate(to) ? dayOfDate(to) : undefined
  const end = lastDay === undefined ? new Date(to as string) : instantAt(lastDay + 1, 0)
  if (end < start) throw InvalidInput.field('to', 'from_before_to', PROBLEMS.order)
  const days = (lastDay ?? dayNumberOf(end)) - dayNumberOf(start)
  if (days > HORIZON_DAYS) throw InvalidInput.field('to', 'too_big', PROBLEMS.range)
  return { from: start, to: end }
}

export interface FreeSlot extends Span {
  venueIds: string[]
}

const freeSlots = async (options: { doc: Case; mediatorId: string; mode: Mode; from: Date; to: Date }): Promise<FreeSlot[]> => {
  const { doc, mediatorId, mode, from, to } = options
  const slots = planSlots({ plan: await findPlan(mediatorId), from, to, now: clock.now() })
  const last = slots.at(-1)
  const first = slots[0]
  if (!first || !last) return []
  const time = { from: first.startsAt, to: last.endsAt }
  const [taken, rooms] = await Promise.all([
    takenTicks({ resources: [mediatorId, ...takersOf(doc)].map(personResource), ...time }),
    mode === 'onsite' ? freeRooms({ regionCode: doc.regionCode, ...time }) : undefined,
  ])
  const busy = new Set([...taken.values()].flatMap((ticks) => [...ticks]))
  return slots
    .filter((slot) => !ticksOf(slot).some((tick) => busy.has(tick)))
    .map((slot) => ({ ...slot, venueIds: [...new Set(rooms?.during(slot).map(({ venue }) => venue._id.toHexString()))] }))
    .filter((slot) => !rooms || slot.venueIds.length > 0)
}

/** Free times for a session about a case: of the mediator, of the parties and, on site, of a room. */
export const listSlots = async (options: { actor: Actor; caseId: string; query: z.infer<typeof SlotQuery> }): Promise<FreeSlot[]> => {
  const { actor, caseId, query } = options
  const { doc, relations } = await loadCase({ actor, caseId })
  if (!speakerOf(relations)) throw new Forbidden()
  const range = rangeOf(query, clock.now())
  return doc.owner && isBookable(doc) ? freeSlots({ doc, mediatorId: doc.owner.id, mode: query.mode, ...range }) : []
}
