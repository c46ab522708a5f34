import { type Case, casesById, keysOf, relationsOf } from '@server/modules/cases'
import type { Actor } from '@server/platform/actor'
import { toObjectId } from '@server/platform/database'
import { Forbidden, InvalidInput } from '@server/platform/errors'
import { decodeCursor, toPage } from '@server/platform/page'
import type { Relation } from '@shared/cases/words'
import { type FollowUp, FollowUpModel } from '../follow-up.model'
import { mayReadPlan } from '../follow-ups.policy'

type State = 'open' | 'done'
const FIELD = { open: 'dueAt', done: 'doneAt' } as const

const after = (state: State, cursor: string | undefined) => {
  const key = decodeCursor(cursor, 2)
  if (!key) return {}
  const at = new Date(Number(key[0]))
  const _id = toObjectId(String(key[1]))
  if (!_id || Number.isNaN(at.getTime())) throw InvalidInput.field('cursor', 'invalid_cursor', '翻页参数无效')
  const beyond = state === 'open' ? '$gt' : '$lt'
  return { $or: [{ [FIELD[state]]: { [beyond]: at } }, { [FIELD[state]]: at, _id: { [beyond]: _id } }] }
}

export interface ListedFollowUp {
  followUp: FollowUp
  doc: Case
  relations: Relation[]
}

/** Cases that the actor no longer has are left out: a role may have been lost since. */
const complete = async (actor: Actor, rows: FollowUp[]): Promise<ListedFollowUp[]> => {
  const docOf = await casesById(rows.map((row) => row.caseId.toHexString()))
  return rows.flatMap((followUp) => {
    const doc = docOf.get(followUp.caseId.toHexString())
    const relations = doc ? relationsOf(actor, doc) : []
    return doc && relations.includes('owner') ? [{ followUp, doc, relations }] : []
  })
}

/** What the actor has to follow up, what is due first in front; or has followed up, the latest first. */
export const listFollowUps = async (options: { actor: Actor; state: State; cursor: string | undefined; limit: number }) => {
  const { actor, state, cursor, limit } = options
  if (!mayReadPlan(actor)) throw new Forbidden()
  const direction = state === 'open' ? 1 : -1
  const found = await FollowUpModel.find({ ownerKey: { $in: keysOf(actor) }, state, ...after(state, cursor) })
    .sort({ [FIELD[state]]: direction, _id: direction })
    .limit(limit + 1)
    .lean<FollowUp[]>()
  const page = toPage(found, limit, (row) => [(row[FIELD[state]] ?? row.dueAt).getTime(), row._id.toHexString()])
  return { rows: await complete(actor, page.rows), nextCursor: page.nextCursor }
}
