import type { Calendar } from './calendar'
import { binomialTail } from './tails'
import type { Raised } from './topic'

/** The stretches of days in which an unusual number of people is looked for. */
export const WINDOWS = [1, 7, 30, 90] as const
/** Two or three people are an accident. */
export const FEWEST_PEOPLE = 4

/** So many false ones are accepted of each of the two alarms: together one in 40 weeks, so that one in 20 is kept. */
const FALSE_ALARMS_PER_WEEK = 1 / 80
const WEEK = 7
/** Until there is experience, as if so many looks had been taken in the first weeks. */
const LOOKS_BEFORE = 20
const WEEKS_BEFORE = 4

/**
 * Whether the latest arrival makes a topic stand out from its own past. Had its people come as evenly as everybody's
 * messages do, each but the last would lie in the latest window with the window's share of all messages so far. The share
 * is of messages, not of days, so that busy seasons are no news.
 */
export const burstAt = (arrivals: readonly number[], past: number, calendar: Calendar): Raised => {
  const day = arrivals.at(-1) ?? 0
  const total = calendar.upTo(day)
  const people = past + arrivals.length
  let best: Raised = { day, observed: 0, expected: 0, p: 1 }
  for (const window of WINDOWS) {
    const from = day - window + 1
    const observed = arrivals.filter((arrival) => arrival >= from).length
    if (observed < FEWEST_PEOPLE) continue
    const share = Math.min(1, calendar.between(from, day) / total)
    const p = binomialTail(people - 1, observed - 1, share)
    if (p < best.p) best = { day, observed, expected: people * share, p }
  }
  return best
}

/** Of what is told about people there are at least so many. */
const FEWEST_TOLD = 5

/**
 * When a topic stood out most from its own past, likely or not: for topics that people have made themselves. Where it
 * never did, all that came, and nothing that chance could not do.
 */
export const peakOf = (arrivals: readonly number[], past: number, calendar: Calendar): Raised => {
  const people = arrivals.length
  let peak: Raised = { day: arrivals.at(-1) ?? calendar.lastDay, observed: people, expected: people, p: 1 }
  for (let count = FEWEST_TOLD; count <= people; count += 1) {
    const burst = burstAt(arrivals.slice(0, count), past, calendar)
    if (burst.observed >= FEWEST_TOLD && burst.p < peak.p) peak = burst
  }
  return peak
}

/** Keeps the rate of false alarms: the more often one looks, the more unlikely it must be. */
export class Alarm {
  private looks = 0

  constructor(private readonly calendar: Calendar) {}

  look(): void {
    this.looks += 1
  }

  /** What chance alone must stay below. */
  get level(): number {
    const weeks = (this.calendar.lastDay - this.calendar.firstDay + 1) / WEEK + WEEKS_BEFORE
    return FALSE_ALARMS_PER_WEEK / (((this.looks + LOOKS_BEFORE) * WINDOWS.length) / weeks)
  }
}
