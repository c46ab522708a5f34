import { casesById, keysOf, loadCase, logRead, relationsOf } from '@server/modules/cases'
import type { Actor } from '@server/platform/actor'
import { toObjectId } from '@server/platform/database'
import { Forbidden, InvalidInput, NotFound } from '@server/platform/errors'
import type { RequestMark } from '@server/platform/once'
import { decodeCursor, toPage } from '@server/platform/page'
import type { ListSupervisions } from '@shared/supervision/schemas'
import type * as z from 'zod/mini'
import { type Supervision, SupervisionModel } from '../supervision.model'
import { mayReadSupervisions, watchedRegions } from '../supervision.policy'
import type { SupervisionRow } from '../supervisions.presenter'

const MOST = 50

/** A supervision, unchecked. Throws NotFound. */
export const findSupervision = async (id: string): Promise<Supervision> => {
  const _id = toObjectId(id)
  const found = _id && (await SupervisionModel.findById(_id).lean<Supervision>())
  if (!found) throw new NotFound()
  return found
}

export const findByMark = (mark: RequestMark): Promise<Supervision | null> =>
  SupervisionModel.findOne({ 'request.by': mark.by, 'request.key': mark.key }).lean<Supervision>()

/** What was asked from above about a case and replied, newest first; the staff's reading is logged. Throws Forbidden. */
export const supervisionsOf = async (options: { actor: Actor; caseId: string }): Promise<SupervisionRow[]> => {
  const { actor, caseId } = options
  const { doc, relations } = await loadCase({ actor, caseId })
  if (!mayReadSupervisions({ doc, actor, relations })) throw new Forbidden()
  const filter = { caseId: doc._id.toHexString() }
  const rows = await SupervisionModel.find(filter).sort({ startedAt: -1, _id: -1 }).limit(MOST).lean<Supervision[]>()
  if (rows.length > 0) logRead({ actor, doc, what: 'case' })
  return rows.map((supervision) => ({ supervision, doc }))
}

const after = (cursor: string | undefined) => {
  const key = decodeCursor(cursor, 2)
  if (!key) return {}
  const [dueAt, _id] = [new Date(Number(key[0])), toObjectId(String(key[1]))]
  if (!_id || Number.isNaN(dueAt.getTime())) throw InvalidInput.field('cursor', 'invalid_cursor', '翻页参数无效')
  return { $or: [{ dueAt: { $gt: dueAt } }, { dueAt, _id: { $gt: _id } }] }
}

const seenBy = (actor: Actor, view: 'own' | 'given'): object => {
  if (view === 'own') return { toKey: { $in: keysOf(actor) } }
  const regions = watchedRegions(actor)
  if (regions.length === 0) throw new Forbidden()
  return { $or: regions.map((code) => ({ regionCode: { $gte: code, $lt: `${code}:` } })) }
}

/** Of own cases, or of the regions over which one watches; what is due first, and without a state those that are not done. */
export const listSupervisions = async (options: {
  actor: Actor
  query: z.infer<typeof ListSupervisions>
}): Promise<{ rows: SupervisionRow[]; nextCursor: string | null }> => {
  const { actor, query } = options
  const { view, state, cursor, limit } = query
  const states: Supervision['state'][] = state ? [state] : ['waiting', 'replied']
  const found = await SupervisionModel.find({ state: { $in: states }, $and: [seenBy(actor, view), after(cursor)] })
    .sort({ dueAt: 1, _id: 1 })
    .limit(limit + 1)
    .lean<Supervision[]>()
  const { rows, nextCursor } = toPage(found, limit, (row) => [row.dueAt.getTime(), row._id.toHexString()])
  const byId = await casesById(rows.map((row) => row.caseId))
  const readable = rows.flatMap((supervision): SupervisionRow[] => {
    const doc = byId.get(supervision.caseId)
    return doc && mayReadSupervisions({ doc, actor, relations: relationsOf(actor, doc) }) ? [{ supervision, doc }] : []
  })
  return { rows: readable, nextCursor }
}
