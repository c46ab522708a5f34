import type { Actor } from '@server/platform/actor'
import type { ObjectId } from '@server/platform/database'
import { type Wording, WordingModel } from '../wording.model'
import { showable } from './find-wordings'

const WITHOUT = { terms: 0 } as const

/** The latest wordings since a time, the earliest of them first. */
export const latestWordings = async (options: { since: Date; limit: number }): Promise<Wording[]> => {
  const { since, limit } = options
  const rows = await WordingModel.find({ at: { $gte: since } }, WITHOUT)
    .sort({ at: -1, _id: -1 })
    .limit(limit)
    .lean<Wording[]>()
  return rows.reverse()
}

/** Those that were taken up after one, in that order. */
export const wordingsAfter = (options: { after: ObjectId; limit: number }): Promise<Wording[]> =>
  WordingModel.find({ kept: { $gt: options.after } }, WITHOUT)
    .sort({ kept: 1 })
    .limit(options.limit)
    .lean<Wording[]>()

/** Those of some wordings that are there, in no order. */
export const wordingsById = (ids: readonly string[]): Promise<Wording[]> =>
  WordingModel.find({ _id: { $in: [...ids] } }, WITHOUT).lean<Wording[]>()

/** Those of some wordings whose authors allow it still, in the order asked for, each noted as read. Whether the actor may is decided before. */
export const readWordings = async (options: { actor: Actor; ids: readonly string[] }): Promise<Wording[]> => {
  const { actor, ids } = options
  const byId = new Map((await wordingsById(ids)).map((row) => [row._id, row]))
  return showable({ rows: ids.flatMap((id) => byId.get(id) ?? []), actor, what: 'wording' })
}
