import type { Actor } from '@server/platform/actor'
import { toObjectId } from '@server/platform/database'
import { InvalidInput } from '@server/platform/errors'
import { decodeCursor, toPage } from '@server/platform/page'
import type { ListSignals } from '@shared/insight/schemas'
import { isWithin } from '@shared/regions/schemas'
import type * as z from 'zod/mini'
import { firstsOf, isToldWithin, type Row } from '../figures'
import { SignalModel, type StoredSignal } from '../signal.model'
import { baseOf, chooseRegion } from './choose-region'
import { findRows } from './find-rows'

/** A signal, and its members in the regions that are asked about. */
export interface SignalRows {
  signal: StoredSignal
  rows: Row[]
  regions: string[]
  /** Its people could be found out by subtraction, and are not told. */
  keptBack?: boolean
}

const lighterThan = (cursor: string | undefined) => {
  const key = decodeCursor(cursor, 2)
  if (!key) return {}
  const [score, _id] = [Number(key[0]), toObjectId(String(key[1]))]
  if (!_id || !Number.isFinite(score)) throw InvalidInput.field('cursor', 'invalid_cursor', '翻页参数无效')
  return { $or: [{ score: { $lt: score } }, { score, _id: { $lt: _id } }] }
}

/** Signals with people in a region of the actor's, the weightiest first. Throws Forbidden outside. */
export const listSignals = async (options: {
  actor: Actor
  asked: z.infer<typeof ListSignals>
}): Promise<{ rows: SignalRows[]; nextCursor: string | null }> => {
  const { actor, asked } = options
  const { kind, muted, cursor, limit } = asked
  const region = chooseRegion(actor, asked.regionCode)
  const filter = { places: region, listed: true, muted, ...(kind ? { kind } : {}), ...lighterThan(cursor) }
  const found = await SignalModel.find(filter, { places: 0, history: 0 })
    .sort({ score: -1, _id: -1 })
    .limit(limit + 1)
    .lean<StoredSignal[]>()
  const page = toPage(found, limit, ({ score, _id }) => [score, _id.toHexString()])
  const base = baseOf(actor, region)
  const all = await findRows({ signalIds: page.rows.map(({ _id }) => _id), regions: [base] })
  const withRows = page.rows.map((signal) => {
    const own = all.filter(({ signalId }) => signalId.equals(signal._id))
    const rows = own.filter(({ regionCode }) => isWithin(regionCode, region))
    return { signal, rows, regions: [region], keptBack: !isToldWithin(firstsOf(own), base, region) }
  })
  return { rows: withRows, nextCursor: page.nextCursor }
}
