import type { Tie } from './ties'
import type { Member, Topic } from './topic'
import type { Topics } from './topics'

/** Those of some messages that a topic holds. */
const heldOf = ({ members }: Topic, ids: ReadonlySet<string>): Member[] => members.filter(({ id }) => ids.has(id))

const holdersOf = (topics: Topics, ids: ReadonlySet<string>): { topic: Topic; held: Member[] }[] =>
  topics
    .all()
    .map((topic) => ({ topic, held: heldOf(topic, ids) }))
    .filter(({ held }) => held.length > 0)
    .sort((one, other) => other.held.length - one.held.length)

const sortMembers = ({ members }: Topic): void => {
  members.sort((one, other) => one.serial - other.serial)
}

/**
 * Brings messages together, or takes them apart, as somebody has said. A topic that consists mostly of messages that are
 * joined comes along whole. Answers the topics that have changed and are there.
 */
export const regroup = (topics: Topics, tie: Tie): Topic[] => {
  topics.ties.add(tie)
  const holders = holdersOf(topics, new Set(tie.ids))
  const others = new Set(tie.kind === 'part' ? tie.others : [])
  const changed = new Set(holders.map(({ topic }) => topic))
  let target = holders.find(({ topic, held }) => heldOf(topic, others).length === 0 && held.length * 2 >= topic.members.length)?.topic
  for (const { topic, held } of holders) {
    if (topic === target) continue
    if (target && tie.kind === 'join' && held.length * 2 >= topic.members.length && !topics.areApart(topic, target)) {
      target = topics.merge(topic, target)
      changed.add(target)
      continue
    }
    target ??= tie.kind === 'join' ? topic : topics.begin()
    if (topic === target) continue
    changed.add(target)
    for (const member of held) {
      topics.take(member, topic)
      topics.put(member, target)
    }
    sortMembers(target)
  }
  topics.findHomes()
  const there = new Set(topics.all())
  return [...changed].filter((topic) => there.has(topic))
}

/** Lets go of messages that nobody may read any more. Answers the topics that held them and are still there. */
export const letGo = (topics: Topics, ids: ReadonlySet<string>): Topic[] =>
  holdersOf(topics, ids).flatMap(({ topic, held }) => {
    for (const member of held) topics.take(member, topic)
    return topic.members.length > 0 ? [topic] : []
  })
