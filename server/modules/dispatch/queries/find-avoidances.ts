import { type Case, casesById, findCase, loadCase, logRead, relationsOf } from '@server/modules/cases'
import type { Actor } from '@server/platform/actor'
import { toObjectId } from '@server/platform/database'
import { Forbidden, InvalidInput, NotFound } from '@server/platform/errors'
import { decodeCursor, toPage } from '@server/platform/page'
import { type Avoidance, AvoidanceModel } from '../avoidance.model'
import { avoidanceRegions, mayDecide, mayReadAvoidance } from '../avoidance.policy'

const MOST = 50

/** A request with the case that it is about. */
export interface AvoidanceRow {
  avoidance: Avoidance
  doc: Pick<Case, 'number' | 'title'>
}

/** A request, unchecked. Throws NotFound. */
export const findAvoidance = async (requestId: string): Promise<Avoidance> => {
  const _id = toObjectId(requestId)
  const found = _id && (await AvoidanceModel.findById(_id).lean<Avoidance>())
  if (!found) throw new NotFound()
  return found
}

/** A request with its case. Throws NotFound. */
export const withCase = async (avoidance: Avoidance): Promise<AvoidanceRow> => ({ avoidance, doc: await findCase(avoidance.caseId) })

/** Requests with their cases; without those whose case is not there any more, or has become the actor's own matter since. */
const withCases = async (actor: Actor, rows: Avoidance[]): Promise<AvoidanceRow[]> => {
  const byId = await casesById(rows.map((row) => row.caseId))
  return rows.flatMap((avoidance) => {
    const doc = byId.get(avoidance.caseId)
    const decides = doc && mayDecide({ actor, relations: relationsOf(actor, doc), mediatorId: avoidance.mediatorId })
    return decides ? [{ avoidance, doc }] : []
  })
}

/** What was asked and decided about a case, as far as the actor reads it, newest first; the staff's reading is logged. */
export const avoidancesOf = async (options: { actor: Actor; caseId: string }): Promise<AvoidanceRow[]> => {
  const { actor, caseId } = options
  const { doc, relations } = await loadCase({ actor, caseId })
  const rows = await AvoidanceModel.find({ caseId: doc._id.toHexString() }).sort({ askedAt: -1, _id: -1 }).limit(MOST).lean<Avoidance[]>()
  const read = rows.filter((avoidance) => mayReadAvoidance({ doc, actor, relations, avoidance }))
  if (read.length > 0) logRead({ actor, doc, what: 'case' })
  return read.map((avoidance) => ({ avoidance, doc }))
}

const after = (cursor: string | undefined) => {
  const key = decodeCursor(cursor, 2)
  if (!key) return {}
  const askedAt = new Date(Number(key[0]))
  const _id = toObjectId(String(key[1]))
  if (!_id || Number.isNaN(askedAt.getTime())) throw InvalidInput.field('cursor', 'invalid_cursor', '翻页参数无效')
  return { $or: [{ askedAt: { $lt: askedAt } }, { askedAt, _id: { $lt: _id } }] }
}

/** Requests of the dispatcher's regions, newest first, without those about cases in which they take part. Throws Forbidden for everyone else. */
export const listAvoidances = async (options: {
  actor: Actor
  state: Avoidance['state']
  cursor: string | undefined
  limit: number
}): Promise<{ rows: AvoidanceRow[]; nextCursor: string | null }> => {
  const { actor, state, cursor, limit } = options
  const regions = avoidanceRegions(actor)
  if (regions.length === 0) throw new Forbidden('由综治中心决定')
  const within = regions.map((region) => ({ regionCode: { $gte: region, $lt: `${region}:` } }))
  const filter = { state, hiddenFrom: { $ne: actor.personId }, $and: [{ $or: within }, after(cursor)] }
  const found = await AvoidanceModel.find(filter)
    .sort({ askedAt: -1, _id: -1 })
    .limit(limit + 1)
    .lean<Avoidance[]>()
  const page = toPage(found, limit, (row) => [row.askedAt.getTime(), row._id.toHexString()])
  return { rows: await withCases(actor, page.rows), nextCursor: page.nextCursor }
}
