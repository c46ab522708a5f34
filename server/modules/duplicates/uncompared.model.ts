import { model, type ObjectId } from '@server/platform/database'
import { insertMissing } from '@server/platform/insert-missing'
import { Schema } from 'mongoose'

/** A case that has not been compared with others yet, by its id. It goes when it has been. */
interface Uncompared {
  _id: ObjectId
}

const schema = new Schema<Uncompared>(
  { _id: { type: Schema.Types.ObjectId, required: true } },
  { versionKey: false, collection: 'uncompared' },
)

export const UncomparedModel = model<Uncompared>('Uncompared', schema)

/** Cases that are to be compared; noted twice they are compared twice, which finds the same. */
export const noteUncompared = (caseIds: readonly ObjectId[]): Promise<void> =>
  insertMissing(
    UncomparedModel.collection,
    caseIds.map((_id) => ({ _id })),
  )

/** How many there are. Cheap: the collection knows it. */
export const countUncompared = (): Promise<number> => UncomparedModel.estimatedDocumentCount()

/** The oldest of them. */
export const oldestUncompared = async (limit: number): Promise<ObjectId[]> =>
  (await UncomparedModel.find().sort({ _id: 1 }).limit(limit).lean<Uncompared[]>()).map(({ _id }) => _id)

export const noteCompared = async (caseIds: readonly ObjectId[]): Promise<void> => {
  if (caseIds.length > 0) await UncomparedModel.deleteMany({ _id: { $in: caseIds } })
}
