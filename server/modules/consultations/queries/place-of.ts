import type { ObjectId } from '@server/platform/database'
import { type Place, type PlaceList, PlaceListModel } from '../place.model'

/** What stands on the list of a meeting. At most `MOST_ON_A_LIST`. */
export const placesOf = async (consultationId: ObjectId): Promise<Place[]> =>
  (await PlaceListModel.findById(consultationId, { entries: 1 }).lean<PlaceList>())?.entries ?? []

/** Somebody's own place. */
export const placeOf = async (options: { consultationId: ObjectId; personId: string }): Promise<Place | undefined> => {
  const { consultationId: _id, personId } = options
  const list = await PlaceListModel.findOne({ _id, 'entries.personId': personId }, { 'entries.$': 1 }).lean<PlaceList>()
  return list?.entries[0]
}
