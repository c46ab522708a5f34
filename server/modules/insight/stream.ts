import { Calendar } from './calendar'
import { Memory } from './memory'
import type { Message } from './message'
import { regionsIn } from './places'
import { letGo, regroup } from './regroup'
import { termsOf } from './terms'
import type { Tie } from './ties'
import { memberOf, type Topic } from './topic'
import { Topics } from './topics'
import { Vocabulary } from './vocabulary'
import { Watch } from './watch'

/** The city's clock when nothing else is said: UTC+8. */
const OFFSET_MS = 8 * 3600 * 1000
/** So many of the latest messages are compared with what comes. */
const WINDOW = 20_000
const READ_FOR_PLACES = 300

/** What has become of a message. */
export interface Placed {
  topicId: number
  /** Whether this message made its topic stand out for the first time. */
  raised: boolean
}

/** Messages one after the other, put into topics as they come. Memory is bounded by the window, not by the stream. */
export class Stream {
  readonly vocabulary = new Vocabulary()
  readonly calendar = new Calendar()
  readonly offsetMs: number
  private readonly memory: Memory
  private readonly watch = new Watch(this.calendar)
  private readonly sorted: Topics
  private settled = false

  constructor({ window = WINDOW, offsetMs = OFFSET_MS }: { window?: number; offsetMs?: number } = {}) {
    this.memory = new Memory(this.vocabulary, window)
    this.sorted = new Topics(this.memory)
    this.offsetMs = offsetMs
  }

  /** Puts a message where it belongs, in milliseconds. Messages come in the order of their dates. */
  add(message: Message): Placed {
    const terms = termsOf(message.title, message.text)
    this.vocabulary.add(terms.keys())
    const regions = message.region ? [message.region] : regionsIn(`${message.title} ${message.text.slice(0, READ_FOR_PLACES)}`)
    const member = memberOf(message, this.memory.keep(terms), regions, this.offsetMs)
    this.calendar.add(member.day)
    this.watch.hear(member)
    const topic = this.sorted.place(member)
    const raised = this.watch.look(topic)
    const merged = this.sorted.settleOne()
    if (merged) this.watch.look(merged)
    return { topicId: topic.id, raised }
  }

  /** Looks at everything in memory once more, with all that is known by now: strays find where they belong. */
  settle(): void {
    for (const topic of this.sorted.settleAll()) this.watch.lookBack(topic, !this.settled)
    this.settled = true
  }

  /** Takes up what people say of messages, those included that are still to come. */
  tie(tie: Tie): void {
    for (const topic of regroup(this.sorted, tie)) {
      if (tie.kind === 'part') topic.raised = null
      this.watch.lookBack(topic, false)
    }
  }

  /** Lets go of messages: their words leave memory with the window, and nothing is put beside them any more. */
  forget(ids: ReadonlySet<string>): void {
    for (const topic of letGo(this.sorted, ids)) this.watch.lookBack(topic, false)
  }

  /** Whether people have made a topic what it is: then it is told of whether it stands out or not. */
  isKept(topic: Topic): boolean {
    return this.sorted.isTied(topic)
  }

  get topics(): Topic[] {
    return this.sorted.all()
  }
}
