import { isDuplicate, type ObjectId } from '@server/platform/database'
import { inTurn } from '@server/platform/turns'
import { type PlaceList, PlaceListModel } from '../place.model'
import type { Stage } from '../places.pipeline'

interface Change {
  consultationId: ObjectId
  /** What must hold of the list. */
  when: Record<string, unknown>
  stages: Stage[]
}

/** The list comes into being with the first who comes; two at once make one. */
const ensureList = async (_id: ObjectId): Promise<void> => {
  try {
    await PlaceListModel.collection.updateOne({ _id }, { $setOnInsert: { entries: [] } }, { upsert: true })
  } catch (error) {
    if (!isDuplicate(error)) throw error
  }
}

/**
 * Changes the list of a meeting in one conditional write. Answers the list as it is then; null when the condition did not
 * hold. In this process one after the other: hundreds who press at once would only get in each other's way.
 */
export const changePlaces = async ({ consultationId: _id, when, stages }: Change): Promise<PlaceList | null> => {
  // Before, and not after a change that found nothing: the list may have come into being in between.
  if (!(await PlaceListModel.exists({ _id }))) await ensureList(_id)
  const options = { returnDocument: 'after', projection: { entries: 1 } } as const
  const change = () => PlaceListModel.collection.findOneAndUpdate({ _id, ...when }, stages, options)
  return inTurn(`places ${_id.toHexString()}`, change) as unknown as Promise<PlaceList | null>
}
