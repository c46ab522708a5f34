import type { SignalKind } from '@shared/insight/schemas'
import type { DayCounts } from './calendar'
import type { Message } from './message'
import { nameOf } from './names'
import { type Signal, signalsOf } from './signals'
import { Stream } from './stream'
import type { Tie } from './ties'

/** What a stream is to take up: in this order. All of it can be sent to a thread. */
export interface StreamTask {
  ties: readonly Tie[]
  /** Messages that nobody may read any more. */
  gone: readonly string[]
  /** In the order of their dates; those that are known already are left out. */
  messages: readonly Message[]
  /** Whether to look at everything once more, which takes long. */
  settle: boolean
  /** Whether to tell what stands out now. */
  report: boolean
}

/** A topic that stands out, for those who keep it. */
export interface FoundSignal {
  topicId: number
  kind: SignalKind
  name: string
  memberIds: string[]
  /** It is so large that it has let go of its oldest messages. */
  isCut: boolean
  raisedAt: string
  latestAt: string
  expected: number
  observed: number
  p: number
  weight: number
}
export interface StreamReport {
  signals: FoundSignal[]
  /** How many messages came on each day. */
  days: DayCounts
}
export interface StreamOptions {
  /** How many messages are compared with what comes. */
  window: number
  /** The city's time zone. */
  offsetMs: number
}

const TITLE_LENGTH = 30

const present = ({ topicId, kind, members, ...rest }: Signal, titles: ReadonlyMap<string, string | null>, stream: Stream): FoundSignal => {
  const { raisedAt, latestAt, expected, observed, p, weight } = rest
  const memberIds = members.map(({ id }) => id)
  const name = nameOf(
    memberIds.flatMap((id) => titles.get(id) ?? []),
    stream.vocabulary,
  )
  const isCut = stream.topics.some(({ id, past }) => id === topicId && past > 0)
  return { topicId, kind, name, memberIds, isCut, raisedAt, latestAt, expected, observed, p, weight }
}

/** Holds a stream, and does with it what it is asked to. Answers null when nothing has changed since the last report, or none was asked for. */
export const openHost = ({ window, offsetMs }: StreamOptions) => {
  const stream = new Stream({ window, offsetMs })
  /** What its messages are called, as long as they are compared with others; null: taken back. */
  const titles = new Map<string, string | null>()
  /** Whether anything has changed since the last report. */
  let isChanged = false

  const add = (message: Message): boolean => {
    if (titles.has(message.id)) return false
    stream.add(message)
    titles.set(message.id, message.title || message.text.slice(0, TITLE_LENGTH))
    if (titles.size > window) titles.delete(titles.keys().next().value ?? '')
    return true
  }

  return ({ ties, gone, messages, settle, report }: StreamTask): StreamReport | null => {
    for (const tie of ties) stream.tie(tie)
    // They are told of again and again: only the first time is news.
    const known = gone.filter((id) => (titles.get(id) ?? null) !== null)
    if (known.length > 0) stream.forget(new Set(known))
    for (const id of known) titles.set(id, null)
    const placed = messages.filter(add)
    if (settle) stream.settle()
    isChanged ||= ties.length + known.length + placed.length > 0 || settle
    if (!report || !isChanged) return null
    isChanged = false
    return { signals: signalsOf(stream).map((signal) => present(signal, titles, stream)), days: stream.calendar.toCounts() }
  }
}
