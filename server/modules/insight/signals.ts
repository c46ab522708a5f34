import { peakOf } from './emerging'
import { DAY_MS } from './message'
import type { Stream } from './stream'
import { arrivalsOf, type Member, peopleOf, supportOf, type Topic } from './topic'
import { endOfMonth, type Month, monthOf, trendOf } from './trending'
import { regionsOf, spreadOf } from './widespread'

export type SignalKind = 'emerging' | 'trending' | 'widespread'

/** What stands out among what people write, and the numbers behind it. */
export interface Signal {
  kind: SignalKind
  topicId: number
  members: readonly Member[]
  people: number
  regions: string[]
  support: number
  opposition: number
  firstAt: string
  latestAt: string
  /** The day on which it would first have been raised. */
  raisedAt: string
  expected: number
  observed: number
  /** How often chance alone would do this. */
  p: number
  /** How much it weighs: the order in which signals are told. */
  weight: number
}

interface Found {
  kind: SignalKind
  day: number
  expected: number
  observed: number
  p: number
}

const KIND_WEIGHTS: Record<SignalKind, number> = { emerging: 1, trending: 0.85, widespread: 0.7 }
const SUPPORT_WEIGHT = 0.5
const CHANCE_WEIGHT = 0.15
const MOST_DIGITS = 10

const dateOf = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10)

/** People first, then those who agree with them, then how little of it is chance. */
const weightOf = ({ kind, people, support, p }: Omit<Signal, 'weight'>): number =>
  KIND_WEIGHTS[kind] *
  (Math.log2(1 + people) +
    SUPPORT_WEIGHT * Math.log2(1 + support) +
    CHANCE_WEIGHT * Math.min(MOST_DIGITS, -Math.log10(Math.max(p, 1e-300))))

/** The months from the first of the stream to the one that ends with or before a day. */
const monthsOf = (arrivals: readonly number[], { calendar }: Stream, last: number): Month[] => {
  const first = monthOf(calendar.firstDay)
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => {
    const month = first + i
    const [from, to] = [endOfMonth(month - 1) + 1, endOfMonth(month)]
    const people = arrivals.filter((day) => day >= from && day <= to).length
    return { month, people, messages: calendar.between(from, to) }
  })
}

/** A trend shows at the end of a month: the first at which it did, and the figures of the latest. */
const findTrend = (topic: Topic, stream: Stream, topics: number): Found | undefined => {
  const arrivals = arrivalsOf(topic.members)
  const months = monthsOf(arrivals, stream, monthOf(stream.calendar.lastDay))
  const now = trendOf(months, topics)
  if (!now) return undefined
  const count = months.findIndex((_, i) => trendOf(months.slice(0, i + 1), topics))
  const day = Math.min(endOfMonth(months[count]?.month ?? 0), stream.calendar.lastDay)
  return { kind: 'trending', day, ...now }
}

const findSpread = (topic: Topic, topics: number): Found | undefined => {
  const now = spreadOf(topic.members, topics)
  if (!now) return undefined
  const count = topic.members.findIndex((_, i) => spreadOf(topic.members.slice(0, i + 1), topics))
  return { kind: 'widespread', day: topic.members[count]?.day ?? 0, ...now }
}

const signalOf = ({ id, members }: Topic, { kind, day, expected, observed, p }: Found): Signal => {
  const days = members.map((member) => member.day)
  const signal = {
    kind,
    topicId: id,
    members,
    people: peopleOf(members),
    regions: regionsOf(members),
    support: supportOf(members),
    opposition: members.reduce((sum, { opposition }) => sum + opposition, 0),
    firstAt: dateOf(Math.min(...days)),
    latestAt: dateOf(Math.max(...days)),
    raisedAt: dateOf(day),
    expected,
    observed,
    p,
  }
  return { ...signal, weight: weightOf(signal) }
}

/** What people have put together by hand is told of even if chance could have done it. */
const keptBy = (topic: Topic, stream: Stream): Found | undefined =>
  stream.isKept(topic) ? { kind: 'emerging', ...peakOf(arrivalsOf(topic.members), topic.past, stream.calendar) } : undefined

/** What stands out in a stream, the weightiest first; of each topic the most pressing only. */
export const signalsOf = (stream: Stream): Signal[] => {
  const topics = stream.topics.filter(({ members }) => members.length > 1)
  const large = topics.filter(({ members }) => peopleOf(members) >= 6).length
  const signals = topics.flatMap((topic) => {
    const emerging: Found | undefined = topic.raised ? { kind: 'emerging', ...topic.raised } : undefined
    const found = emerging ?? findTrend(topic, stream, large) ?? findSpread(topic, large) ?? keptBy(topic, stream)
    return found ? [signalOf(topic, found)] : []
  })
  return signals.sort((one, other) => other.weight - one.weight)
}
