import { dayOf, type Message } from './message'

/** A message as a topic remembers it. */
export interface Member {
  id: string
  serial: number
  user: string
  day: number
  regions: readonly string[]
  support: number
  opposition: number
}

export const memberOf = (message: Message, serial: number, regions: readonly string[], offsetMs: number): Member => ({
  id: message.id,
  serial,
  user: message.user,
  day: dayOf(message.at, offsetMs),
  regions,
  support: message.support,
  opposition: message.opposition,
})

/** The first time that a topic was raised, and what was seen and expected then. */
export interface Raised {
  day: number
  observed: number
  expected: number
  p: number
}

/** What belongs together. Its numbers count people: the first message of each. */
export interface Topic {
  id: number
  /** In the order in which they came. */
  members: Member[]
  /** How many people are only counted, because the topic is so large. */
  past: number
  raised: Raised | null
}

/** How many have said that they agree with it. */
export const supportOf = (members: readonly Member[]): number => members.reduce((sum, { support }) => sum + support, 0)

/** On which day each person came to the topic, in order. */
export const arrivalsOf = (members: readonly Member[]): number[] => {
  const first = new Map<string, number>()
  for (const { user, day } of members) first.set(user, Math.min(day, first.get(user) ?? day))
  return [...first.values()].sort((one, other) => one - other)
}

export const peopleOf = (members: readonly Member[]): number => new Set(members.map(({ user }) => user)).size
