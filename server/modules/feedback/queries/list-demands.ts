import { type Case, casesById, relationsOf } from '@server/modules/cases'
import type { Actor } from '@server/platform/actor'
import { type ObjectId, toObjectId } from '@server/platform/database'
import { Forbidden, InvalidInput } from '@server/platform/errors'
import { decodeCursor, toPage } from '@server/platform/page'
import { type Demand, DemandModel } from '../demand.model'
import { demandRegions, mayReadDemands } from '../demands.policy'

const MOST_OF_CASE = 50

const after = (cursor: string | undefined) => {
  const key = decodeCursor(cursor, 2)
  if (!key) return {}
  const raisedAt = new Date(Number(key[0]))
  const _id = toObjectId(String(key[1]))
  if (!_id || Number.isNaN(raisedAt.getTime())) throw InvalidInput.field('cursor', 'invalid_cursor', '翻页参数无效')
  return { $or: [{ raisedAt: { $lt: raisedAt } }, { raisedAt, _id: { $lt: _id } }] }
}

/** Without those of cases in which the actor has come to take part since. */
const complete = async (actor: Actor, demands: Demand[]): Promise<{ demand: Demand; doc: Case }[]> => {
  const docOf = await casesById(demands.map((demand) => demand.caseId.toHexString()))
  return demands.flatMap((demand) => {
    const doc = docOf.get(demand.caseId.toHexString())
    return doc && mayReadDemands(relationsOf(actor, doc)) ? [{ demand, doc }] : []
  })
}

/** Demands in the dispatcher's regions, newest first. Throws Forbidden for everyone else. */
export const listDemands = async (options: { actor: Actor; state: Demand['state']; cursor: string | undefined; limit: number }) => {
  const { actor, state, cursor, limit } = options
  const regions = demandRegions(actor)
  if (regions.length === 0) throw new Forbidden()
  const within = regions.map((region) => ({ regionCode: { $gte: region, $lt: `${region}:` } }))
  const found = await DemandModel.find({ state, hiddenFrom: { $ne: actor.personId }, $and: [{ $or: within }, after(cursor)] })
    .sort({ raisedAt: -1, _id: -1 })
    .limit(limit + 1)
    .lean<Demand[]>()
  const page = toPage(found, limit, (demand) => [demand.raisedAt.getTime(), demand._id.toHexString()])
  return { rows: await complete(actor, page.rows), nextCursor: page.nextCursor }
}

/** The demands of one case, newest first, unchecked. */
export const demandsOf = (caseId: ObjectId): Promise<Demand[]> =>
  DemandModel.find({ caseId }).sort({ raisedAt: -1 }).limit(MOST_OF_CASE).lean<Demand[]>()
