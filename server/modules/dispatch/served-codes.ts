import { DeskModel } from './desk.model'

/** How old the knowledge of a process may be. */
const CHECK_EVERY_MS = 5000

let codes: Set<string> | undefined
let checkedAt = Number.NEGATIVE_INFINITY
let loading: Promise<void> | undefined
let wanted = 0

const load = async (): Promise<void> => {
  // Changes during the load ask for another one.
  let seen: number
  do {
    seen = wanted
    codes = new Set(await DeskModel.distinct('regionCodes', { regionCodes: { $gt: '' } }))
  } while (seen !== wanted)
  // Real time, not the movable clock: this is about how fresh a process is.
  checkedAt = performance.now()
}

/** Reads anew which regions have desks; to be awaited after every change by this process. */
export const refreshServedCodes = (): Promise<void> => {
  wanted += 1
  loading ??= load().finally(() => {
    loading = undefined
  })
  return loading
}

/** Whether a region has desks of its own, as this process knows it: at most 5 s and a check old. */
export const servedCodes = async (): Promise<ReadonlySet<string>> => {
  if (!codes) await refreshServedCodes()
  else if (performance.now() - checkedAt >= CHECK_EVERY_MS) {
    // Asked for in the background: submission does not wait for it.
    checkedAt = performance.now()
    refreshServedCodes().catch(() => undefined)
  }
  return codes ?? new Set()
}
