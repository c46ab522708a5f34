import type { ObjectId } from '@server/platform/database'
import { type PlaceList, PlaceListModel } from '../place.model'
import { type VoteSheet, VoteSheetModel } from '../vote.model'

interface Of {
  consultationId: ObjectId
  personId: string
}

const comes = (personId: string) => ({ entries: { $elemMatch: { personId, state: 'in' } } })

/** Whether somebody has answered a statement of the topic, or has a place at its meeting. */
export const tookPart = async ({ consultationId, personId }: Of): Promise<boolean> => {
  const [sheet, list] = await Promise.all([
    VoteSheetModel.exists({ consultationId, personId }),
    PlaceListModel.exists({ _id: consultationId, ...comes(personId) }),
  ])
  return sheet !== null || list !== null
}

/** The persons who have a place at the meeting or wait for one. */
export const signedUp = async (consultationId: ObjectId): Promise<string[]> => {
  const list = await PlaceListModel.findById(consultationId, { 'entries.personId': 1 }).lean<PlaceList>()
  return (list?.entries ?? []).flatMap(({ personId }) => personId ?? [])
}

/** Who has answered statements, in pages: a topic may have tens of thousands. `after` is the last one's. */
export const votersAfter = async (options: { consultationId: ObjectId; after: string | null; limit: number }): Promise<string[]> => {
  const { consultationId, after, limit } = options
  const rows = await VoteSheetModel.find({ consultationId, ...(after === null ? {} : { personId: { $gt: after } }) }, { personId: 1 })
    .sort({ personId: 1 })
    .limit(limit)
    .lean<Pick<VoteSheet, 'personId'>[]>()
  return rows.map(({ personId }) => personId)
}

/** The consultations on which somebody has voted or for whose meeting they have signed up. */
export const topicsOf = async (personId: string): Promise<ObjectId[]> => {
  const [sheets, lists] = await Promise.all([
    VoteSheetModel.find({ personId }, { consultationId: 1 }).lean<Pick<VoteSheet, 'consultationId'>[]>(),
    PlaceListModel.find({ 'entries.personId': personId }, { _id: 1 }).lean<Pick<PlaceList, '_id'>[]>(),
  ])
  return [...sheets.map(({ consultationId }) => consultationId), ...lists.map(({ _id }) => _id)]
}
