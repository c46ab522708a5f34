import { DEFAULT_RULES } from '@shared/dispatch/default-rules'
import type { RoutingRules } from '@shared/dispatch/routing'
import { chainOf } from '@shared/regions/schemas'
import { type RoutingRulesDocument, RoutingRulesModel } from './routing-rules.model'

/** How old the knowledge of a process may be. */
const CHECK_EVERY_MS = 2000

/** The rules for a place, and which version they are; null: nobody has made any. */
export interface RulesInForce extends RoutingRules {
  version: number | null
  /** Whose they are. */
  regionCode: string | null
}
const DEFAULTS: RulesInForce = { ...DEFAULT_RULES, version: null, regionCode: null }

let inForce = new Map<string, RulesInForce>()
let checkedAt = Number.NEGATIVE_INFINITY
let loading: Promise<void> | undefined
let wanted = 0

const load = async (): Promise<void> => {
  // Changes during the load ask for another one.
  let before: number
  do {
    before = wanted
    // By the region, so that the index of those in force serves.
    const active = await RoutingRulesModel.find({ state: 'active', regionCode: { $gt: '' } }).lean<RoutingRulesDocument[]>()
    inForce = new Map(active.map((one) => [one.regionCode, one]))
  } while (before !== wanted)
  // Real time, not the movable clock: this is about how fresh a process is.
  checkedAt = performance.now()
}

/** Reads the rules anew; to be awaited after every change by this process. */
export const refreshRules = (): Promise<void> => {
  wanted += 1
  loading ??= load().finally(() => {
    loading = undefined
  })
  return loading
}

/** The rules of the nearest region that has any, as this process knows them: at most 2 s and a look old. */
export const rulesFor = async (regionCode: string): Promise<RulesInForce> => {
  if (checkedAt === Number.NEGATIVE_INFINITY) await refreshRules()
  else if (performance.now() - checkedAt >= CHECK_EVERY_MS) {
    // Asked for in the background: submission does not wait for it.
    checkedAt = performance.now()
    refreshRules().catch(() => undefined)
  }
  if (inForce.size === 0) return DEFAULTS
  for (const code of chainOf(regionCode)) {
    const found = inForce.get(code)
    if (found) return found
  }
  return DEFAULTS
}
