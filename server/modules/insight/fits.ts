import type { Likeness, Memory } from './memory'
import type { Member, Topic } from './topic'

/** How alike a message must be, on average, to the likest messages of a topic to belong to it. */
const JOIN = 0.19
/** How alike the messages of two topics must be on average for the two to be one. */
const MERGE = 0.16
/** A few messages may be alike by accident: so much more is asked of them, shared among the fewer. */
const DOUBT = 0.02
/** And on average to any of its messages: else chains of messages would tie together what does not belong together. */
const COMMON = 0.07
/** With how many of a topic's messages one is compared. */
const LIKEST = 3
const SAMPLE = 8
const MOST_ASKED = 4

export interface Fit {
  topic: Topic
  /** How alike on average, less the doubt. */
  fit: number
}

type TopicOf = (serial: number) => Topic | undefined
type Allowed = (topic: Topic) => boolean

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
const doubtOf = ({ members }: Topic): number => DOUBT / Math.max(1, members.length)

/** How well messages and topics fit each other. */
export class Fits {
  constructor(
    private readonly memory: Memory,
    private readonly topicOf: TopicOf,
  ) {}

  /** The topic whose likest messages are likest. One message alone counts less than several that agree. */
  bestFor(alike: readonly Likeness[], allowed: Allowed): Fit | undefined {
    const found = new Map<Topic, number[]>()
    for (const { serial, likeness } of alike) {
      const topic = this.topicOf(serial)
      if (!topic) continue
      const values = found.get(topic) ?? []
      if (values.length < LIKEST) values.push(likeness)
      found.set(topic, values)
    }
    let best: Fit | undefined
    for (const [topic, values] of found) {
      const of = Math.min(LIKEST, topic.members.length)
      const fit = values.reduce((sum, value) => sum + value, 0) / of - doubtOf(topic)
      if ((!best || fit > best.fit) && allowed(topic)) best = { topic, fit }
    }
    return best
  }

  /** Whether a message is like the likest messages of a topic, and not only like those. */
  welcomes({ topic, fit }: Fit, { serial }: Member): boolean {
    if (fit < JOIN) return false
    if (topic.members.length <= LIKEST) return true
    const step = topic.members.length / SAMPLE
    const sample = Array.from({ length: SAMPLE }, (_, i) => topic.members[Math.floor(i * step)]?.serial ?? -1)
    const known = [...new Set(sample)].filter((other) => this.memory.has(other))
    return meanOf(this.memory.likenessTo(serial, known)) >= COMMON
  }

  /** The topic whose messages are on average most like this one's; undefined when none is like it enough to be one with it. */
  nearest(topic: Topic, allowed: Allowed): Topic | undefined {
    const sums = new Map<Topic, number>()
    const sample = topic.members.filter(({ serial }) => this.memory.has(serial)).slice(-SAMPLE)
    for (const { serial } of sample)
      for (const { serial: other, likeness } of this.memory.alike(serial)) {
        const to = this.topicOf(other)
        if (to && to !== topic && allowed(to)) sums.set(to, (sums.get(to) ?? 0) + likeness)
      }
    const likely = [...sums].sort(([, one], [, other]) => other - one).slice(0, MOST_ASKED)
    let best: Fit | undefined
    for (const [to] of likely) {
      const fit = this.averageOf(sample, to) - Math.max(doubtOf(topic), doubtOf(to))
      if (fit >= MERGE && (!best || fit > best.fit)) best = { topic: to, fit }
    }
    return best?.topic
  }

  private averageOf(sample: readonly Member[], to: Topic): number {
    const others = to.members.flatMap(({ serial }) => (this.memory.has(serial) ? serial : [])).slice(-SAMPLE)
    return meanOf(sample.map(({ serial }) => meanOf(this.memory.likenessTo(serial, others))))
  }
}
