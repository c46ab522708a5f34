import type { DeadlineRules } from '@shared/deadlines/schemas'
import { dayNumberOf, instantAt, minutesOf, timeZone } from './local-time'
import { activeRules } from './rules'
import { calendarVersion, worksOn } from './working-days'

const HOUR = 3_600_000

/** A time in which a clock stood; one that goes on has no end yet, and counts for nothing until it has. */
export interface Pause {
  from: Date
  to: Date | null
}
/** From and to, in ms. */
type Span = readonly [number, number]
/** Whose opening hours count; null: round the clock. */
type Office = DeadlineRules['officeHours'] | null

// Looked at day by day, and nearly always the same few weeks.
const REMEMBERED = 5_000
let spans = new WeakMap<object, Map<number, Span[]>>()
let basis = ''
const ROUND_THE_CLOCK = {}

const findSpans = (day: number, office: Office): Span[] => {
  if (office === null) return [[instantAt(day, 0).getTime(), instantAt(day + 1, 0).getTime()]]
  if (!worksOn(day)) return []
  return office.map(({ from, to }) => [instantAt(day, minutesOf(from)).getTime(), instantAt(day, minutesOf(to)).getTime()])
}

const spansOf = (day: number, office: Office): Span[] => {
  const now = `${timeZone()} ${calendarVersion()}`
  if (now !== basis) {
    spans = new WeakMap()
    basis = now
  }
  const owner = office ?? ROUND_THE_CLOCK
  let known = spans.get(owner)
  if (!known || known.size >= REMEMBERED) {
    known = new Map()
    spans.set(owner, known)
  }
  let found = known.get(day)
  if (!found) {
    found = findSpans(day, office)
    known.set(day, found)
  }
  return found
}

/** What is left of a span when the pauses are cut out of it. */
const cut = (span: Span, pauses: readonly Pause[]): Span[] => {
  let left: Span[] = [span]
  for (const { from, to } of pauses) {
    if (to === null) continue
    const [start, end] = [from.getTime(), to.getTime()]
    left = left.flatMap(([a, b]): Span[] => [[a, Math.min(b, start)] as const, [Math.max(a, end), b] as const].filter(([x, y]) => x < y))
  }
  return left
}

interface Running {
  from: Date
  pauses?: readonly Pause[]
  office: Office
}

/** The instant by which `ms` of running time have passed since `from`. */
export const addRunning = ({ from, ms, pauses = [], office }: Running & { ms: number }): Date => {
  let left = ms
  for (let day = dayNumberOf(from); ; day += 1) {
    for (const [start, end] of spansOf(day, office)) {
      const begin = Math.max(start, from.getTime())
      if (begin >= end) continue
      for (const [a, b] of pauses.length === 0 ? [[begin, end] as const] : cut([begin, end], pauses)) {
        if (left <= b - a) return new Date(a + left)
        left -= b - a
      }
    }
  }
}

/** How much running time lies between two instants, in ms. */
export const runningBetween = ({ from, to, pauses = [], office }: Running & { to: Date }): number => {
  let sum = 0
  const last = dayNumberOf(to)
  for (let day = dayNumberOf(from); day <= last; day += 1) {
    for (const [start, end] of spansOf(day, office)) {
      const [a, b] = [Math.max(start, from.getTime()), Math.min(end, to.getTime())]
      if (a < b) for (const [x, y] of cut([a, b], pauses)) sum += y - x
    }
  }
  return sum
}

/** The instant by which offices have been open for `hours` since `from`. */
export const addWorkingHours = ({ from, hours }: { from: Date; hours: number }): Date =>
  addRunning({ from, ms: hours * HOUR, office: activeRules().officeHours })
