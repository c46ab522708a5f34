/** A map that keeps the latest used of at most `most` entries, each for `ms` of real time. */
export interface Memory<V> {
  get: (key: string) => V | undefined
  set: (key: string, value: V) => void
  delete: (key: string) => void
  /** Forgets every entry of which `which` is true. */
  forget: (which: (value: V, key: string) => boolean) => void
  clear: () => void
}

/** Real time and not the movable clock: this is about how fresh the knowledge of a process is. */
const realMs = () => performance.now()

/** Makes a memory. */
export const createMemory = <V>(options: { most: number; ms: number }): Memory<V> => {
  const { most, ms } = options
  const entries = new Map<string, { value: V; until: number }>()
  return {
    get: (key) => {
      const entry = entries.get(key)
      if (!entry) return undefined
      entries.delete(key)
      if (entry.until < realMs()) return undefined
      // A map keeps the order of insertion, so the first key is always the one that was not used for longest.
      entries.set(key, entry)
      return entry.value
    },
    set: (key, value) => {
      entries.delete(key)
      entries.set(key, { value, until: realMs() + ms })
      if (entries.size <= most) return
      const oldest = entries.keys().next()
      if (!oldest.done) entries.delete(oldest.value)
    },
    delete: (key) => {
      entries.delete(key)
    },
    forget: (which) => {
      for (const [key, { value }] of entries) if (which(value, key)) entries.delete(key)
    },
    clear: () => entries.clear(),
  }
}
