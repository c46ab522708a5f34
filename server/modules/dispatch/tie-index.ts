import { isClose, keysOf, type Looked, type Marks, probesOf } from './closeness'

const add = (map: Map<string, Set<string>>, key: string, value: string): void => {
  const known = map.get(key)
  if (known) known.add(value)
  else map.set(key, new Set([value]))
}

/** Who is close to whom, in memory: asked at every submission, so that it must cost next to nothing. */
export const createTieIndex = () => {
  const declared = new Map<string, Marks>()
  const byKey = new Map<string, Set<string>>()
  const byOther = new Map<string, Set<string>>()

  const forget = (personId: string): void => {
    const old = declared.get(personId)
    if (!old) return
    declared.delete(personId)
    for (const key of keysOf(old)) {
      byKey.get(key)?.delete(personId)
      if (byKey.get(key)?.size === 0) byKey.delete(key)
    }
  }

  return {
    isEmpty: (): boolean => declared.size === 0 && byOther.size === 0,
    hasDeclared: (): boolean => declared.size > 0,
    /** What a person has declared, in place of what was known of it; undefined: nothing. */
    declare: (personId: string, marks: Marks | undefined): void => {
      forget(personId)
      if (!marks) return
      declared.set(personId, marks)
      for (const key of keysOf(marks)) add(byKey, key, personId)
    },
    tie: (personId: string, otherId: string): void => add(byOther, otherId, personId),
    /** Handlers who are close to a case of these persons. */
    find: (looked: Looked, personIds: readonly string[]): string[] => {
      const found = new Set(personIds.flatMap((id) => [...(byOther.get(id) ?? [])]))
      if (declared.size === 0) return [...found]
      for (const probe of probesOf(looked))
        for (const personId of byKey.get(probe) ?? []) {
          const marks = declared.get(personId)
          if (marks && isClose(marks, looked)) found.add(personId)
        }
      return [...found]
    },
  }
}
