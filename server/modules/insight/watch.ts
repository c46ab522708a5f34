import type { Calendar } from './calendar'
import { Alarm, burstAt, FEWEST_PEOPLE } from './emerging'
import { arrivalsOf, type Member, type Raised, supportOf, type Topic } from './topic'

/** A topic is widely backed when it has at least so many supporters, and so many times as many as a message usually has. */
const LEAST_SUPPORT = 20
const TIMES_USUAL = 25

/**
 * Raises topics that stand out from their own past. Few topics are widely backed, and those matter more: they have an
 * alarm of their own, which is more easily set off because it is seldom asked.
 */
export class Watch {
  private readonly any: Alarm
  private readonly backed: Alarm
  private support = 0

  constructor(private readonly calendar: Calendar) {
    this.any = new Alarm(calendar)
    this.backed = new Alarm(calendar)
  }

  /** A message has come; what its supporters are worth depends on how many others have. */
  hear({ support }: Member): void {
    this.support += support
  }

  /** Looks at a topic to which somebody has come; answers whether it stands out now and did not before. */
  look(topic: Topic): boolean {
    if (topic.members.length < FEWEST_PEOPLE) return false
    const arrivals = arrivalsOf(topic.members)
    if (arrivals.length < FEWEST_PEOPLE) return false
    const burst = burstAt(arrivals, topic.past, this.calendar)
    if (topic.raised) {
      if (burst.p < topic.raised.p) topic.raised = { ...burst, day: topic.raised.day }
      return false
    }
    if (!this.isUnlikely(burst, topic)) return false
    // Seen today, whenever its latest message came.
    topic.raised = { ...burst, day: this.calendar.lastDay }
    return true
  }

  /**
   * Goes through the past of a topic whose messages have only now come together. What was looked at before is not
   * counted as another look: else looking at the same every day would make the alarms deaf.
   */
  lookBack(topic: Topic, counted = true): void {
    const arrivals = arrivalsOf(topic.members)
    // Those who made it stand out may since have found somewhere better.
    if (arrivals.length < FEWEST_PEOPLE) topic.raised = null
    for (let count = FEWEST_PEOPLE; count <= arrivals.length; count += 1) {
      const burst = burstAt(arrivals.slice(0, count), topic.past, this.calendar)
      const { raised } = topic
      if (raised) topic.raised = burst.p < raised.p ? { ...burst, day: raised.day } : raised
      else if (this.isUnlikely(burst, topic, counted)) topic.raised = burst
    }
  }

  private isUnlikely({ p }: Raised, topic: Topic, counted = true): boolean {
    if (counted) this.any.look()
    const usual = this.support / Math.max(1, this.calendar.total)
    const backed = supportOf(topic.members) >= Math.max(LEAST_SUPPORT, TIMES_USUAL * usual)
    if (backed && counted) this.backed.look()
    return p <= Math.max(this.any.level, backed ? this.backed.level : 0)
  }
}
