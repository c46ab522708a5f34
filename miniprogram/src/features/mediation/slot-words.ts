import type { SlotView } from '@shared/mediation/schemas'
import { dateOf, hourOf } from '@/lib/time'

const DAY = 86_400_000
/** How far ahead one can book here, days. */
export const DAYS_AHEAD = 14

/** The days on offer, each with its free times, from today on. */
export const daysFrom = (now: number, slots: readonly SlotView[]): { date: string; at: number; slots: SlotView[] }[] =>
  Array.from({ length: DAYS_AHEAD }, (_, index) => {
    const at = now + index * DAY
    const date = dateOf(at)
    return { date, at, slots: slots.filter(({ startsAt }) => dateOf(startsAt) === date) }
  })

/** A day's times before and after noon. */
export const halves = (slots: readonly SlotView[]): { morning: SlotView[]; afternoon: SlotView[] } => ({
  morning: slots.filter(({ startsAt }) => hourOf(startsAt) < 12),
  afternoon: slots.filter(({ startsAt }) => hourOf(startsAt) >= 12),
})

/** One offer for each time: with the current mediator where that is possible, else with the first who could. */
export const oneOfEach = (slots: readonly SlotView[], current: string | undefined): SlotView[] => {
  const best = new Map<string, SlotView>()
  for (const slot of slots) {
    const known = best.get(slot.startsAt)
    if (!known || (known.mediator?.id !== current && slot.mediator?.id === current)) best.set(slot.startsAt, slot)
  }
  return [...best.values()]
}
