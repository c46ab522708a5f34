import type { Likeness, Memory } from './memory'
import type { Member, Topic } from './topic'

/** How alike a message must be, on average, to the likest messages of a topic to belong to it. */
const JOIN = 0.19
/** Below this a member has come by mistake. */
const LEAVE = 0.12
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
/** A topic is compared with others anew when it has grown by so much. */
const GROWTH = 1.5
/** Of a topic larger than this the oldest messages are only counted. */
const MOST_MEMBERS = 500

interface Fit {
  topic: Topic
  /** How alike on average, less the doubt. */
  fit: number
}

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
const doubtOf = ({ members }: Topic): number => DOUBT / Math.max(1, members.length)

/** The topics of a stream: which message belongs to which. */
export class Topics {
  private readonly byId = new Map<number, Topic>()
  private readonly bySerial = new Map<number, Topic>()
  private readonly changed = new Set<number>()
  /** How large a topic was when it was last compared with others. */
  private readonly compared = new Map<number, number>()
  private nextId = 1

  constructor(private readonly memory: Memory) {}

  all(): Topic[] {
    return [...this.byId.values()]
  }

  /** Puts a new message into the topic that it fits, or begins one. */
  place(member: Member): Topic {
    this.forget(member.serial - this.memory.size)
    const best = this.bestFor(this.memory.alike(member.serial))
    const topic = best && this.welcomes(best, member) ? best.topic : this.begin()
    this.put(member, topic)
    return topic
  }

  /** Brings one topic that has grown together with another that it has come near to; answers the one that results. */
  settleOne(): Topic | undefined {
    for (const id of this.changed) {
      this.changed.delete(id)
      const topic = this.byId.get(id)
      if (!topic || topic.members.length < GROWTH * (this.compared.get(id) ?? 1)) continue
      this.compared.set(id, topic.members.length)
      const into = this.nearest(topic)
      return into && this.merge(topic, into)
    }
    return undefined
  }

  /** The same for everything in memory; strays are put where they belong first. Answers all topics. */
  settleAll(): Topic[] {
    for (const topic of this.all()) for (const member of [...topic.members]) this.replace(member, topic)
    this.mergeAll()
    this.changed.clear()
    return this.all()
  }

  private begin(): Topic {
    const topic: Topic = { id: this.nextId, members: [], past: 0, raised: null }
    this.nextId += 1
    this.byId.set(topic.id, topic)
    return topic
  }

  private put(member: Member, topic: Topic): void {
    topic.members.push(member)
    if (topic.members.length > MOST_MEMBERS) this.drop(topic)
    this.bySerial.set(member.serial, topic)
    this.changed.add(topic.id)
  }

  private remove({ id }: Topic): void {
    this.byId.delete(id)
    this.compared.delete(id)
  }

  private drop(topic: Topic): void {
    const oldest = topic.members.shift()
    if (oldest && !topic.members.some(({ user }) => user === oldest.user)) topic.past += 1
  }

  /** A message that has left memory; a topic of which nobody has spoken since goes with it. */
  private forget(serial: number): void {
    const topic = this.bySerial.get(serial)
    this.bySerial.delete(serial)
    if (topic && (topic.members.at(-1)?.serial ?? 0) <= serial) this.remove(topic)
  }

  /** The topic whose likest messages are likest. One message alone counts less than several that agree. */
  private bestFor(alike: readonly Likeness[]): Fit | undefined {
    const found = new Map<Topic, number[]>()
    for (const { serial, likeness } of alike) {
      const topic = this.bySerial.get(serial)
      if (!topic) continue
      const values = found.get(topic) ?? []
      if (values.length < LIKEST) values.push(likeness)
      found.set(topic, values)
    }
    let best: Fit | undefined
    for (const [topic, values] of found) {
      const of = Math.min(LIKEST, topic.members.length)
      const fit = values.reduce((sum, value) => sum + value, 0) / of - doubtOf(topic)
      if (!best || fit > best.fit) best = { topic, fit }
    }
    return best
  }

  /** Whether a message is like the likest messages of a topic, and not only like those. */
  private welcomes({ topic, fit }: Fit, { serial }: Member): boolean {
    if (fit < JOIN) return false
    if (topic.members.length <= LIKEST) return true
    const step = topic.members.length / SAMPLE
    const sample = Array.from({ length: SAMPLE }, (_, i) => topic.members[Math.floor(i * step)]?.serial ?? -1)
    const known = [...new Set(sample)].filter((other) => this.memory.has(other))
    return meanOf(this.memory.likenessTo(serial, known)) >= COMMON
  }

  /** Moves a message that fits another topic clearly better, or its own no more. */
  private replace(member: Member, topic: Topic): void {
    if (!this.memory.has(member.serial)) return
    const alike = this.memory.alike(member.serial)
    const own = this.bestFor(alike.filter(({ serial }) => this.bySerial.get(serial) === topic))?.fit ?? 0
    const other = this.bestFor(alike.filter(({ serial }) => this.bySerial.get(serial) !== topic))
    const goes = other && other.fit > own && this.welcomes(other, member)
    if (!goes && (own >= LEAVE || topic.members.length === 1)) return
    topic.members.splice(topic.members.indexOf(member), 1)
    if (topic.members.length === 0) this.remove(topic)
    const to = goes ? other.topic : this.begin()
    this.put(member, to)
    to.members.sort((one, two) => one.serial - two.serial)
  }

  private mergeAll(): void {
    for (const topic of this.all()) {
      // One message alone has been compared when it came.
      if (topic.members.length < 2 || !this.byId.has(topic.id)) continue
      const into = this.nearest(topic)
      if (into) this.merge(topic, into)
    }
  }

  /** The topic whose messages are on average most like this one's. */
  private nearest(topic: Topic): Topic | undefined {
    const sums = new Map<Topic, number>()
    const sample = topic.members.filter(({ serial }) => this.memory.has(serial)).slice(-SAMPLE)
    for (const { serial } of sample)
      for (const { serial: other, likeness } of this.memory.alike(serial)) {
        const to = this.bySerial.get(other)
        if (to && to !== topic) sums.set(to, (sums.get(to) ?? 0) + likeness)
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

  private merge(one: Topic, other: Topic): Topic {
    const [into, from] = one.members.length > other.members.length ? [one, other] : [other, one]
    for (const member of from.members) this.put(member, into)
    into.past += from.past
    into.members.sort((a, b) => a.serial - b.serial)
    const raised = [into.raised, from.raised].flatMap((value) => value ?? [])
    into.raised = raised.sort((a, b) => a.day - b.day)[0] ?? null
    this.remove(from)
    return into
  }
}
