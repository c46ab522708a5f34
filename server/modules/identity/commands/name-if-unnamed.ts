import { type Session, toObjectId } from '@server/platform/database'
import { applyChange, recordChange } from '../changes'
import { DEFAULT_NAME, PersonModel } from '../person.model'

/** Calls somebody who has not said a name what others call them; they may change it at any time. */
export const nameIfUnnamed = async (options: { personId: string; name: string; session: Session }): Promise<void> => {
  const { personId, name, session } = options
  if (name === '') return
  const { modifiedCount } = await PersonModel.updateOne({ _id: toObjectId(personId), name: DEFAULT_NAME }, { name }, { session })
  if (modifiedCount === 0) return
  await recordChange({ personId }, session)
  applyChange({ personId })
}
