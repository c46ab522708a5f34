import { NO_GROUP, type OpinionGroups, type Publication, standingsOf } from './groups'
import type { VoteSheet } from './vote.model'

export type Standing = VoteSheet['standing']
/** What is known of a sheet before the groups are found anew. */
export interface SheetBefore {
  personId: string
  at: Date
  standing: Standing
}

/** The published group to which most of each new group's people belong. */
const publishedGroups = (found: OpinionGroups, before: ReadonlyMap<string, SheetBefore>): (number | null)[] => {
  const counts = found.sizes.map(() => new Map<number, number>())
  for (const [i, person] of found.people.entries()) {
    const [group, then] = [found.groupOf[i] as number, before.get(person)?.standing?.group]
    if (group === NO_GROUP || then === null || then === undefined) continue
    counts[group]?.set(then, (counts[group]?.get(then) ?? 0) + 1)
  }
  return counts.map((count) => [...count].sort(([, one], [, other]) => other - one)[0]?.[0] ?? null)
}

/**
 * Where people stand on the map that everybody sees. After a new publication that is everybody; in between only those
 * who have voted since, in the groups that were published: the others' map has not changed.
 */
export const changedStandings = (options: {
  found: OpinionGroups
  publication: Publication
  renewed: boolean
  before: ReadonlyMap<string, SheetBefore>
  upTo: Date | null
}): Map<string, NonNullable<Standing>> => {
  const { found, publication, renewed, before, upTo } = options
  const all = standingsOf(found)
  if (renewed) return new Map(found.people.map((person, i) => [person, all[i] as NonNullable<Standing>]))
  if (found.sizes.length !== publication.shown.groups.length) return new Map()
  const groups = publishedGroups(found, before)
  return new Map(
    found.people.flatMap((person, i) => {
      const sheet = before.get(person)
      if (!sheet || (upTo && sheet.at <= upTo)) return []
      const { group, x, y } = all[i] as NonNullable<Standing>
      return [[person, { group: group === null ? null : (groups[group] ?? null), x, y }] as const]
    }),
  )
}
