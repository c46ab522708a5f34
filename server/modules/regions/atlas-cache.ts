import { type Atlas, createAtlas } from './atlas'
import { type Region, RegionModel, RegionVersionModel } from './region.model'

/** How old the knowledge of a process may be. */
const CHECK_EVERY_MS = 5000

let atlas: Atlas | undefined
let checkedAt = Number.NEGATIVE_INFINITY
let loading: Promise<Atlas> | undefined

const readVersion = async (): Promise<number> => (await RegionVersionModel.findById('regions').lean())?.version ?? 0

const load = async (force: boolean): Promise<Atlas> => {
  // The version is read first: a change during the load leaves an older number behind, and the next check loads again.
  const version = await readVersion()
  if (force || !atlas || atlas.version !== version) {
    const regions = await RegionModel.find().sort({ _id: 1 }).lean<Region[]>()
    atlas = createAtlas(regions, version)
  }
  // Real time, not the movable clock: this is about how fresh a process is.
  checkedAt = performance.now()
  return atlas
}

const refresh = (): Promise<Atlas> => {
  loading ??= load(false).finally(() => {
    loading = undefined
  })
  return loading
}

const isDue = () => performance.now() - checkedAt >= CHECK_EVERY_MS

/** Loads the tree; to be awaited before the first request and after every change by this process. */
export const warmRegions = async (): Promise<void> => {
  await loading?.catch(() => undefined)
  await load(true)
}

/** Tells all processes that the tree has changed; this one at once. */
export const regionsChanged = async (): Promise<void> => {
  await RegionVersionModel.updateOne({ _id: 'regions' }, { $inc: { version: 1 } }, { upsert: true })
  await warmRegions()
}

/** The tree as this process knows it, at most 5 s old and a check. Throws before `warmRegions`. */
export const currentAtlas = (): Atlas => {
  if (!atlas) throw new Error('The regions are not loaded: await warmRegions() at the start')
  // Asked for in the background: who asks now gets what is known, without waiting for the database.
  if (isDue()) {
    checkedAt = performance.now()
    refresh().catch(() => undefined)
  }
  return atlas
}
