import { type Actor, regionsOfAny } from '@server/platform/actor'
import { toObjectId } from '@server/platform/database'
import { Forbidden, InvalidInput } from '@server/platform/errors'
import { decodeCursor, toPage } from '@server/platform/page'
import { readBatch } from '@server/platform/read-batch'
import { listReader } from '@server/platform/read-lists'
import type { ListCases } from '@shared/cases/schemas'
import type { Relation } from '@shared/cases/words'
import { CODE_LENGTHS, isWithin, outermost } from '@shared/regions/schemas'
import type { mongo } from 'mongoose'
import { CARD, type CaseCard } from '../card'
import { type Case, CaseModel, NEVER } from '../case.model'
import { keysOf, relationsOf } from '../cases.policy'

type Filter = mongo.Filter<Case>
type View = ListCases['view']

/** Codes within a region, as a range of the index. */
const within = (region: string): Filter => ({ regionCode: { $gte: region, $lt: `${region}:` } })

/** The regions that an actor watches; a region that lies within another is left out. */
const watched = (actor: Actor, roles: readonly ('dispatcher' | 'supervisor' | 'gridWorker' | 'officer')[]): string[] =>
  outermost(regionsOfAny(actor, roles))

const regionFilter = (actor: Actor): Filter => {
  const all = watched(actor, ['dispatcher', 'supervisor'])
  const hazards = watched(actor, ['gridWorker', 'officer']).filter((region) => !all.some((other) => isWithin(region, other)))
  const parts: Filter[] = [...all.map(within), ...hazards.map((region) => ({ kind: 'hazard', ...within(region) }) as Filter)]
  if (parts.length === 0) throw new Forbidden('只有负责一个地区的人可以查看该地区的事项')
  return parts.length === 1 ? (parts[0] as Filter) : { $or: parts }
}

/** Where every list of cases starts: what an actor may know of. Throws Forbidden for a view that is not theirs. */
export const visibleTo = (actor: Actor, view: View): Filter => {
  if (view === 'mine') return { memberIds: actor.personId }
  if (view === 'region') return regionFilter(actor)
  const keys = keysOf(actor)
  const own: Filter = { inboxKeys: keys.length === 1 ? keys[0] : { $in: keys } }
  // Nothing is due of what has ended: the inbox's index then gives them by their ids.
  return view === 'inbox' ? { ...own, open: true } : { ...own, open: false, dueAt: NEVER }
}

const NEWEST = { createdAt: -1, _id: -1 } as const
const NEAREST = { dueAt: 1, _id: 1 } as const
const LATEST = { _id: -1 } as const
const ORDER = { mine: NEWEST, region: NEWEST, inbox: NEAREST, handled: LATEST } as const

const after = (view: View, cursor: string | undefined): Filter | undefined => {
  const key = decodeCursor(cursor, 2)
  if (!key) return undefined
  const at = new Date(Number(key[0]))
  const _id = toObjectId(String(key[1]))
  if (!_id || Number.isNaN(at.getTime())) throw InvalidInput.field('cursor', 'invalid_cursor', '翻页参数无效')
  const last = { at, _id }
  if (view === 'handled') return { _id: { $lt: _id } }
  if (view === 'inbox') return { dueAt: { $gte: last.at }, $or: [{ dueAt: { $gt: last.at } }, { _id: { $gt: last._id } }] }
  return { createdAt: { $lte: last.at }, $or: [{ createdAt: { $lt: last.at } }, { _id: { $lt: last._id } }] }
}

/** In a large region the newest are found by walking back in time; a small one is read as a range of codes and sorted. */
const regionHint = (actor: Actor): Record<string, 1 | -1> => {
  const regions = watched(actor, ['dispatcher', 'supervisor', 'gridWorker', 'officer'])
  return regions.every((region) => region.length >= CODE_LENGTHS.township)
    ? { regionCode: 1, createdAt: -1, kind: 1, category: 1 }
    : { createdAt: -1, _id: -1, regionCode: 1 }
}

const filterFor = (actor: Actor, query: ListCases): Filter => {
  const parts: Filter[] = [visibleTo(actor, query.view)]
  if (query.status) parts.push({ status: query.status.length === 1 ? query.status[0] : { $in: query.status } } as Filter)
  if (query.kind) parts.push({ kind: query.kind })
  const rest = after(query.view, query.cursor)
  if (rest) parts.push(rest)
  return parts.length === 1 ? (parts[0] as Filter) : { $and: parts }
}

interface Row {
  doc: CaseCard
  relations: Relation[]
}

const readCards = listReader<Case, CaseCard>(CaseModel.collection.name, CARD)

/** One page of a view. Those to which the actor has come to stand in no relation are left out. */
export const listCases = async (options: { actor: Actor; query: ListCases }): Promise<{ rows: Row[]; nextCursor: string | null }> => {
  const { actor, query } = options
  const { view, limit } = query
  const list = { filter: filterFor(actor, query), sort: ORDER[view], limit: limit + 1 }
  // Which index is best for a region the database would not find out by itself. What may look through many cases goes alone.
  const alone = view === 'region' || query.status !== undefined || query.kind !== undefined
  const hint = view === 'region' ? { hint: regionHint(actor) } : {}
  const found = alone
    ? await readBatch<Case, CaseCard>({ collection: CaseModel.collection.name, projection: CARD, ...list, ...hint })
    : await readCards(list)
  const page = toPage(found, limit, (row) => [(view === 'inbox' ? row.dueAt : row.createdAt).getTime(), row._id.toHexString()])
  const rows = page.rows.map((doc) => ({ doc, relations: relationsOf(actor, doc) })).filter((row) => row.relations.length > 0)
  return { rows, nextCursor: page.nextCursor }
}
