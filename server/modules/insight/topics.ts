import { Fits } from './fits'
import type { Memory } from './memory'
import { Ties } from './ties'
import type { Member, Topic } from './topic'

/** Below this a member has come by mistake. */
const LEAVE = 0.12
/** A topic is compared with others anew when it has grown by so much. */
const GROWTH = 1.5
/** Of a topic larger than this the oldest messages are only counted. */
const MOST_MEMBERS = 500

const anyTopic = (): boolean => true

/** The topics of a stream: which message belongs to which. What people have said of messages comes before likeness. */
export class Topics {
  readonly ties = new Ties()
  private readonly byId = new Map<number, Topic>()
  private readonly bySerial = new Map<number, Topic>()
  private readonly changed = new Set<number>()
  /** How large a topic was when it was last compared with others. */
  private readonly compared = new Map<number, number>()
  /** Where the messages of each group are that must stay together. */
  private readonly homes = new Map<number, Topic>()
  private readonly fits: Fits
  private nextId = 1

  constructor(private readonly memory: Memory) {
    this.fits = new Fits(memory, (serial) => this.bySerial.get(serial))
  }

  all(): Topic[] {
    return [...this.byId.values()]
  }

  /** Puts a new message into the topic that it fits, or begins one. */
  place(member: Member): Topic {
    this.leaveMemory(member.serial - this.memory.size)
    const topic = this.homeOf(member) ?? this.fitting(member) ?? this.begin()
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

  /** Whether something was said of any of a topic's messages. */
  isTied(topic: Topic): boolean {
    return !this.ties.isEmpty && topic.members.some(({ id }) => this.ties.groupOf(id) !== undefined)
  }

  /** Whether two topics hold messages that were said to be different matters. */
  areApart(one: Topic, other: Topic): boolean {
    return !this.ties.isEmpty && this.ties.areApart(this.groupsOf(one), this.groupsOf(other))
  }

  begin(): Topic {
    const topic: Topic = { id: this.nextId, members: [], past: 0, raised: null }
    this.nextId += 1
    this.byId.set(topic.id, topic)
    return topic
  }

  put(member: Member, topic: Topic): void {
    topic.members.push(member)
    if (topic.members.length > MOST_MEMBERS) this.drop(topic)
    this.bySerial.set(member.serial, topic)
    this.changed.add(topic.id)
    const group = this.ties.groupOf(member.id)
    if (group !== undefined) this.homes.set(group, topic)
  }

  /** Takes a message out of its topic; an empty topic is no more. */
  take(member: Member, topic: Topic): void {
    topic.members.splice(topic.members.indexOf(member), 1)
    this.bySerial.delete(member.serial)
    if (topic.members.length === 0) this.remove(topic)
  }

  merge(one: Topic, other: Topic): Topic {
    const [into, from] = one.members.length > other.members.length ? [one, other] : [other, one]
    for (const member of from.members) this.put(member, into)
    into.past += from.past
    into.members.sort((a, b) => a.serial - b.serial)
    const raised = [into.raised, from.raised].flatMap((value) => value ?? [])
    into.raised = raised.sort((a, b) => a.day - b.day)[0] ?? null
    this.remove(from)
    return into
  }

  /** Finds anew where groups are, after something was said. */
  findHomes(): void {
    this.homes.clear()
    for (const topic of this.byId.values()) for (const group of this.groupsOf(topic)) this.homes.set(group, topic)
  }

  private groupsOf({ members }: Topic): Set<number> {
    return new Set(members.flatMap(({ id }) => this.ties.groupOf(id) ?? []))
  }

  private homeOf({ id }: Member): Topic | undefined {
    const group = this.ties.groupOf(id)
    const home = group === undefined ? undefined : this.homes.get(group)
    return home && this.byId.get(home.id) === home ? home : undefined
  }

  private fitting(member: Member): Topic | undefined {
    const group = this.ties.groupOf(member.id)
    const own = new Set(group === undefined ? [] : [group])
    const allowed = own.size === 0 ? anyTopic : (topic: Topic) => !this.ties.areApart(own, this.groupsOf(topic))
    const best = this.fits.bestFor(this.memory.alike(member.serial), allowed)
    return best && this.fits.welcomes(best, member) ? best.topic : undefined
  }

  private nearest(topic: Topic): Topic | undefined {
    return this.fits.nearest(topic, (other) => !this.areApart(topic, other))
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
  private leaveMemory(serial: number): void {
    const topic = this.bySerial.get(serial)
    this.bySerial.delete(serial)
    if (topic && (topic.members.at(-1)?.serial ?? 0) <= serial) this.remove(topic)
  }

  /** Moves a message that fits another topic clearly better, or its own no more; where people have put one, it stays. */
  private replace(member: Member, topic: Topic): void {
    if (!this.memory.has(member.serial) || this.ties.groupOf(member.id) !== undefined) return
    const alike = this.memory.alike(member.serial)
    const own = this.fits.bestFor(alike, (one) => one === topic)?.fit ?? 0
    const other = this.fits.bestFor(alike, (one) => one !== topic)
    const goes = other && other.fit > own && this.fits.welcomes(other, member)
    if (!goes && (own >= LEAVE || topic.members.length === 1)) return
    this.take(member, topic)
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
}
