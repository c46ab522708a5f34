import { clock } from '@server/platform/clock'
import type { CaseKind } from '@shared/cases/words'
import { FeedbackModel } from '../feedback.model'

/** 基本满意 and better counts as satisfied (GB/T 39735). */
const SATISFIED_FROM = 3

/**
 * How many ratings of a region are open to read, and how many of these are satisfied. Sealed ones do not count, and
 * neither do those of a side whose demands the centre has judged unreasonable.
 */
export const ratingsFor = async (options: {
  regionCode: string
  from: Date
  to: Date
  kind?: CaseKind
  /** Of either level. */
  category?: string
}): Promise<{ rated: number; satisfied: number }> => {
  const { regionCode, from, to, kind, category } = options
  const filter = {
    regionCode: { $gte: regionCode, $lt: `${regionCode}:` },
    at: { $gte: from, $lt: to },
    unsealAt: { $lte: clock.now() },
    leftOut: { $ne: true },
    ...(kind ? { kind } : {}),
    ...(category ? { $or: [{ category }, { category: { $gte: `${category}.`, $lt: `${category}/` } }] } : {}),
  }
  const [found] = await FeedbackModel.aggregate<{ rated: number; satisfied: number }>([
    { $match: filter },
    { $group: { _id: null, rated: { $sum: 1 }, satisfied: { $sum: { $cond: [{ $gte: ['$overall', SATISFIED_FROM] }, 1, 0] } } } },
  ])
  return { rated: found?.rated ?? 0, satisfied: found?.satisfied ?? 0 }
}
