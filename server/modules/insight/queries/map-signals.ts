import { childrenOf } from '@server/modules/regions'
import type { Actor } from '@server/platform/actor'
import type { SignalMapQuery } from '@shared/insight/schemas'
import { isWithin } from '@shared/regions/schemas'
import type * as z from 'zod/mini'
import { countBy, firstsOf, isToldWithin, partOf } from '../figures'
import { SignalModel, type StoredSignal } from '../signal.model'
import { baseOf, chooseRegion } from './choose-region'
import { findRows } from './find-rows'

/** A map shows the weightiest. */
const MOST_SIGNALS = 300

/** What stands out in each part of a region; the presenter keeps back what is too small. */
export interface Places {
  regionCode: string
  items: { regionCode: string; signals: number; people: number }[]
  /** Their sum could be used to find out others by subtraction: no people are told. */
  keptBack: boolean
}

/** Signals and their people, one level below a region of the actor's. Throws Forbidden outside. */
export const mapSignals = async (options: { actor: Actor; asked: z.infer<typeof SignalMapQuery> }): Promise<Places> => {
  const { actor, asked } = options
  const regionCode = chooseRegion(actor, asked.regionCode)
  const filter = { places: regionCode, listed: true, muted: false, ...(asked.kind ? { kind: asked.kind } : {}) }
  const signals = await SignalModel.find(filter, { _id: 1 })
    .sort({ score: -1, _id: -1 })
    .limit(MOST_SIGNALS)
    .lean<Pick<StoredSignal, '_id'>[]>()
  const base = baseOf(actor, regionCode)
  const all = await findRows({ signalIds: signals.map(({ _id }) => _id), regions: [base] })
  const rows = all.filter((row) => isWithin(row.regionCode, regionCode))
  const people = countBy(firstsOf(rows), (row) => partOf(row.regionCode, [regionCode]))
  const pairs = new Map(rows.map((row) => [`${partOf(row.regionCode, [regionCode])} ${row.signalId.toHexString()}`, row]))
  const signalsIn = countBy([...pairs.values()], (row) => partOf(row.regionCode, [regionCode]))
  const places = childrenOf(regionCode).map((region) => region._id)
  const codes = [...new Set([...places, ...signalsIn.keys()])]
  return {
    regionCode,
    keptBack: !isToldWithin(firstsOf(all), base, regionCode),
    items: codes.map((code) => ({ regionCode: code, signals: signalsIn.get(code) ?? 0, people: people.get(code) ?? 0 })),
  }
}
