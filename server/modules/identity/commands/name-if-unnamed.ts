import { toObjectId } from '@server/platform/database'
import { announce } from '../changes'
import { DEFAULT_NAME, PersonModel } from '../person.model'

/** Calls somebody who has not said a name what others call them; they may change it at any time. */
export const nameIfUnnamed = async ({ personId, name }: { personId: string; name: string }): Promise<void> => {
  if (name === '') return
  const { modifiedCount } = await PersonModel.updateOne({ _id: toObjectId(personId), name: DEFAULT_NAME }, { name })
  if (modifiedCount > 0) await announce({ personId })
}
