import { type Case, casesById, loadCase, relationsOf } from '@server/modules/cases'
import { type Actor, regionsOf } from '@server/platform/actor'
import { toObjectId } from '@server/platform/database'
import { Forbidden, InvalidInput, NotFound } from '@server/platform/errors'
import { decodeCursor, toPage } from '@server/platform/page'
import type { Relation } from '@shared/cases/words'
import { type Pair, PairModel, type SimilarState } from '../pair.model'
import { mayCompare } from '../similar.policy'

/** A case of a pair that the actor handles, alone or for the centre. */
export interface SeenCase {
  doc: Case
  relations: Relation[]
}
/** A pair, with those of its cases that the actor may compare; what belongs to others is not shown. */
export interface SeenPair {
  pair: Pair
  cases: SeenCase[]
}

const MOST_OF_A_CASE = 20
const PARTY: readonly Relation[] = ['applicant', 'respondent', 'helper']

/** Whether two cases are handled together, or both with a third. */
const areTogether = (one: Case, other: Case): boolean =>
  one.leadId === other._id.toHexString() ||
  other.leadId === one._id.toHexString() ||
  (one.leadId !== undefined && one.leadId === other.leadId)

/** Two that have just been merged are so at once: their pair hears of it a moment later. */
const asTheyStand = (pair: Pair, [one, other]: readonly SeenCase[]): Pair =>
  pair.state === 'proposed' && one && other && areTogether(one.doc, other.doc) ? { ...pair, state: 'merged' } : pair

const seenOf = (actor: Actor, pair: Pair, docs: Map<string, Case>): SeenPair | undefined => {
  const cases = [pair.older, pair.newer].flatMap((id) => {
    const doc = docs.get(id.toHexString())
    return doc ? [{ doc, relations: relationsOf(actor, doc) }] : []
  })
  // Who takes part in one of them learns nothing of the other.
  if (cases.some(({ relations }) => relations.some((one) => PARTY.includes(one)))) return undefined
  const seen = cases.filter(({ relations }) => mayCompare(relations))
  return seen.length > 0 ? { pair: asTheyStand(pair, cases), cases: seen } : undefined
}

const withCases = async (actor: Actor, pairs: Pair[]): Promise<SeenPair[]> => {
  const docs = await casesById(pairs.flatMap((pair) => pair.caseIds.map((id) => id.toHexString())))
  return pairs.flatMap((pair) => seenOf(actor, pair, docs) ?? [])
}

/** One pair. Throws NotFound for who handles neither case. */
export const loadPair = async (options: { actor: Actor; pairId: string }): Promise<SeenPair> => {
  const _id = toObjectId(options.pairId)
  const pair = _id && (await PairModel.findOne({ _id }).lean<Pair>())
  const [seen] = pair ? await withCases(options.actor, [pair]) : []
  if (!seen) throw new NotFound()
  return seen
}

/** The pairs of a case, likeliest first; those that somebody has decided are left out. */
export const pairsOfCase = async (options: { actor: Actor; caseId: string }): Promise<SeenPair[]> => {
  const { doc, relations } = await loadCase(options)
  if (!mayCompare(relations)) throw new Forbidden()
  const pairs = await PairModel.find({ caseIds: doc._id, state: { $ne: 'dismissed' } })
    .sort({ likeness: -1 })
    .limit(MOST_OF_A_CASE)
    .lean<Pair[]>()
  return withCases(options.actor, pairs)
}

/** A page of what looks alike in the regions of a dispatcher, newest first. What has been settled otherwise is left out. */
export const listPairs = async (options: {
  actor: Actor
  state: SimilarState
  cursor: string | undefined
  limit: number
}): Promise<{ rows: SeenPair[]; nextCursor: string | null }> => {
  const { actor, state, cursor, limit } = options
  const regions = [...new Set(regionsOf(actor, 'dispatcher'))]
  if (regions.length === 0) throw new Forbidden('只有综治中心可以查看')
  const key = decodeCursor(cursor, 1)
  const last = key && toObjectId(String(key[0]))
  if (key && !last) throw InvalidInput.field('cursor', 'invalid_cursor', '翻页参数无效')
  const found = await PairModel.find({
    state,
    open: { $in: state === 'proposed' ? [true] : [true, false] },
    regions: { $in: regions },
    ...(last ? { _id: { $lt: last } } : {}),
  })
    .sort({ _id: -1 })
    .limit(limit + 1)
    .lean<Pair[]>()
  const page = toPage(found, limit, (pair) => [pair._id.toHexString()])
  const rows = await withCases(actor, page.rows)
  return { rows: rows.filter(({ pair }) => pair.state === state), nextCursor: page.nextCursor }
}
