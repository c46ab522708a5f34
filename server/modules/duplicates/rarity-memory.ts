import { fingerprints } from './fingerprint.model'
import { unpackTerms } from './likeness/pack'
import { createRarity, type Rarity } from './likeness/rarity'

/** So many of the newest cases say well enough which words are rare here. */
const SAMPLE = 3000
/** How old the knowledge of a process may be. */
const AGAIN_AFTER_MS = 10 * 60_000

let known: Rarity | undefined
let loadedAt = 0
let loading: Promise<Rarity> | undefined

const load = async (): Promise<Rarity> => {
  const rarity = createRarity()
  const newest = fingerprints()
    .find({}, { projection: { terms: 1 } })
    .sort({ _id: -1 })
    .limit(SAMPLE)
  for await (const { terms } of newest) rarity.add(unpackTerms(terms.buffer).keys())
  known = rarity
  // Real time, not the movable clock: this is about how fresh a process is.
  loadedAt = performance.now()
  return rarity
}

const reload = (): Promise<Rarity> => {
  loading ??= load().finally(() => {
    loading = undefined
  })
  return loading
}

/** How rare terms are in this city, as this process knows it: read at first use, and now and then again. */
export const knownRarity = async (): Promise<Rarity> => {
  if (!known) return reload()
  if (performance.now() - loadedAt > AGAIN_AFTER_MS) {
    loadedAt = performance.now()
    reload().catch(() => undefined)
  }
  return known
}
