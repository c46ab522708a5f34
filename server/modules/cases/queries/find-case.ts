import type { Actor } from '@server/platform/actor'
import { type ObjectId, type Session, toObjectId } from '@server/platform/database'
import { NotFound } from '@server/platform/errors'
import { readBatch } from '@server/platform/read-batch'
import { together } from '@server/platform/together'
import type { Relation } from '@shared/cases/words'
import { type Case, CaseModel, caseCollection } from '../case.model'
import { relationsOf } from '../cases.policy'

/** What only the outbox and the repeat of a request need. */
const WITHOUT = { pending: 0, pendingAt: 0, request: 0 } as const

const read = (_id: ObjectId | { $in: ObjectId[] }, limit: number, session?: Session): Promise<Case[]> =>
  readBatch<Case>({ collection: CaseModel.collection.name, filter: { _id }, projection: WITHOUT, limit, session })

const MOST_TOGETHER = 20

/** Whoever opens cases at the same moment is answered by one command. Who opens the same one gets the same document. */
const readTogether = together<ObjectId, Case | undefined>({
  lanes: 2,
  most: MOST_TOGETHER,
  run: async (ids) => {
    const docs = await (ids.length === 1 && ids[0] ? read(ids[0], 1) : read({ $in: ids }, ids.length))
    const byId = new Map(docs.map((doc) => [doc._id.toHexString(), doc]))
    // One answer of MongoDB ends at 16 MB: what is missing among several is asked for by itself.
    const find = async (_id: ObjectId) => byId.get(_id.toHexString()) ?? (ids.length > 1 ? (await read(_id, 1))[0] : undefined)
    return Promise.all(ids.map(async (_id) => ({ value: await find(_id) })))
  },
})

/** A case, unchecked: for jobs and listeners, which act for nobody. Throws NotFound. */
export const findCase = async (caseId: string, session?: Session): Promise<Case> => {
  const _id = toObjectId(caseId)
  if (!_id) throw new NotFound()
  const doc = session ? (await read(_id, 1, session))[0] : await readTogether(_id)
  if (!doc) throw new NotFound()
  return doc
}

/** Those of the cases that exist, unchecked, in no order. */
export const findCases = async (caseIds: readonly string[]): Promise<Case[]> => {
  const ids = caseIds.flatMap((id) => toObjectId(id) ?? [])
  if (ids.length === 0) return []
  return (await caseCollection()
    .find({ _id: { $in: ids } }, { projection: WITHOUT })
    .toArray()) as Case[]
}

/** The same, by their ids; an id may be asked for more than once. */
export const casesById = async (caseIds: readonly string[]): Promise<Map<string, Case>> =>
  new Map((await findCases([...new Set(caseIds)])).map((doc) => [doc._id.toHexString(), doc]))

/** A case and how the actor stands to it. Throws NotFound for who must not know of it. */
export const loadCase = async (options: { actor: Actor; caseId: string }): Promise<{ doc: Case; relations: Relation[] }> => {
  const doc = await findCase(options.caseId)
  const relations = relationsOf(options.actor, doc)
  if (relations.length === 0) throw new NotFound()
  return { doc, relations }
}
