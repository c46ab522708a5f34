import type { Actor } from '@server/platform/actor'
import { type ObjectId, toObjectId } from '@server/platform/database'
import { Forbidden, NotFound } from '@server/platform/errors'
import { HEAD, type ModelHead, modelCollection } from '../model.model'
import { mayChooseModel } from '../understanding.policy'

/** More are never kept. */
const MOST = 50

/** The stored models, newest first; administrators only. */
export const listModels = async ({ actor }: { actor: Actor }): Promise<ModelHead[]> => {
  if (!mayChooseModel(actor)) throw new Forbidden()
  return modelCollection().find({}, { projection: HEAD }).sort({ version: -1 }).limit(MOST).toArray() as unknown as Promise<ModelHead[]>
}

const findHead = async (_id: ObjectId | undefined): Promise<ModelHead> => {
  const head = _id && ((await modelCollection().findOne({ _id }, { projection: HEAD })) as unknown as ModelHead | null)
  if (!head) throw new NotFound()
  return head
}

/** One of them. Throws Forbidden, then NotFound. */
export const loadModel = ({ actor, modelId }: { actor: Actor; modelId: string }): Promise<ModelHead> => {
  if (!mayChooseModel(actor)) throw new Forbidden()
  return findHead(toObjectId(modelId))
}
