import type { Actor } from '@server/platform/actor'
import { inTransaction, type ObjectId } from '@server/platform/database'
import { refreshModel } from '../active-model'
import { type ModelHead, modelCollection } from '../model.model'
import { loadModel } from '../queries/list-models'

/** Makes a model the one that is asked; the others are kept. Of several choices at once the last one counts. */
export const useModel = async (_id: ObjectId): Promise<void> => {
  await inTransaction(async (session) => {
    await modelCollection().updateMany({ active: true, _id: { $ne: _id } }, { $unset: { active: '' } }, { session })
    await modelCollection().updateOne({ _id }, { $set: { active: true } }, { session })
  })
  await refreshModel()
}

/** Uses a model from now on: this process at once, the others within seconds. Throws Forbidden or NotFound. */
export const activateModel = async (options: { actor: Actor; modelId: string }): Promise<ModelHead> => {
  const { _id } = await loadModel(options)
  await useModel(_id)
  return loadModel(options)
}
