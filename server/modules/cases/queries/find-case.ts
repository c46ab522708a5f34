import type { Actor } from '@server/platform/actor'
import { type Session, toObjectId } from '@server/platform/database'
import { NotFound } from '@server/platform/errors'
import { readBatch } from '@server/platform/read-batch'
import type { Relation } from '@shared/cases/words'
import { type Case, CaseModel, caseCollection } from '../case.model'
import { relationsOf } from '../cases.policy'

/** What only the outbox and the repeat of a request need. */
const WITHOUT = { pending: 0, pendingAt: 0, request: 0 } as const

/** A case, unchecked: for jobs and listeners, which act for nobody. Throws NotFound. */
export const findCase = async (caseId: string, session?: Session): Promise<Case> => {
  const _id = toObjectId(caseId)
  if (!_id) throw new NotFound()
  const [doc] = await readBatch<Case>({ collection: CaseModel.collection.name, filter: { _id }, projection: WITHOUT, limit: 1, session })
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
