import { personNames } from '@server/modules/identity'
import type { Actor } from '@server/platform/actor'
import type { Party, Side, TimelineEntry } from './case.model'
import type { Reading } from './cases.policy'

/** What somebody is called whose name the reader does not get. */
const SIDES: Record<Side, string> = { applicant: '申请人', respondent: '对方当事人' }
const HIDDEN = '匿名居民'
const SYSTEM = '系统'

/** The names that a presentation needs; the actor's own and those of staff cost no lookup. */
export const namesFor = async (options: {
  actor: Actor
  reading: Reading
  timeline: readonly TimelineEntry[]
  parties: readonly Party[]
}): Promise<Map<string, string>> => {
  const { actor, reading, timeline, parties } = options
  const names = new Map([[actor.personId, actor.name]])
  if (!reading.parties) return names
  const wanted = new Set<string>()
  for (const { personId } of parties) if (!names.has(personId)) wanted.add(personId)
  for (const { by } of timeline) if (by.personId !== null && by.name === '' && !names.has(by.personId)) wanted.add(by.personId)
  if (wanted.size > 0) for (const [id, name] of await personNames([...wanted])) names.set(id, name)
  return names
}

/** What somebody is called for this reader. */
export const nameIn = (names: ReadonlyMap<string, string>, reading: Reading, by: TimelineEntry['by']): string => {
  if (by.name !== '') return by.name
  if (by.side === 'system') return SYSTEM
  if (by.side === 'staff') return (by.personId !== null && names.get(by.personId)) || SYSTEM
  if (by.side === 'applicant' && reading.anonymous) return HIDDEN
  return (by.personId !== null && names.get(by.personId)) || SIDES[by.side]
}
