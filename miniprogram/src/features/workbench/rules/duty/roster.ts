import type { DutyView } from '@shared/dispatch/routing'

export type Entry = DutyView['entries'][number]
const DAY = 86_400_000

/** Entries that are still to come or running, the earliest first. */
export const comingOf = (entries: readonly Entry[], now: number): Entry[] =>
  entries.filter(({ until }) => Date.parse(until) > now).sort((a, b) => Date.parse(a.from) - Date.parse(b.from))

/** An instant of a day in the city. */
const at = (day: string, time: string): string => `${day}T${time}:00+08:00`
const dayAfter = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) + DAY).toISOString().slice(0, 10)

/** Whether a shift ends on the day after: it does when it would not end after its beginning. */
export const isOvernight = (from: string, until: string): boolean => until <= from

export const spanOf = (day: string, from: string, until: string): Pick<Entry, 'from' | 'until'> => ({
  from: at(day, from),
  until: at(isOvernight(from, until) ? dayAfter(day) : day, until),
})
