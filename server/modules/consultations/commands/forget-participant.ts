import { clock } from '@server/platform/clock'
import { type PlaceList, PlaceListModel } from '../place.model'
import { settle, without } from '../places.pipeline'
import { meetingAhead } from '../places.policy'
import { findConsultation } from '../queries/load-consultation'
import { StatementModel } from '../statement.model'
import { type VoteSheet, VoteSheetModel } from '../vote.model'
import { changePlaces } from './change-places'
import { markStale } from './mark-stale'

const forgetPlaces = async (personId: string): Promise<void> => {
  const lists = await PlaceListModel.find({ 'entries.personId': personId }, { _id: 1 }).lean<Pick<PlaceList, '_id'>[]>()
  for (const { _id: consultationId } of lists) {
    const doc = await findConsultation(consultationId.toHexString())
    // Once the meeting has begun nobody gets the place any more.
    const meeting = doc && meetingAhead(doc, clock.now())
    const stages = [without(personId), ...(meeting ? settle(consultationId.toHexString(), meeting.places) : [])]
    await changePlaces({ consultationId, when: { 'entries.personId': personId }, stages })
  }
}

const forgetVotes = async (personId: string): Promise<void> => {
  const sheets = await VoteSheetModel.find({ personId }, { consultationId: 1 }).lean<Pick<VoteSheet, 'consultationId'>[]>()
  for (const { consultationId } of sheets) await markStale(consultationId)
  await VoteSheetModel.deleteMany({ personId })
}

/** Whoever is erased takes along votes and places; statements that others have seen stay, and are nobody's. */
export const forgetParticipant = async (authorId: string): Promise<void> => {
  await forgetPlaces(authorId)
  await forgetVotes(authorId)
  await StatementModel.deleteMany({ authorId, state: { $in: ['checking', 'refused'] } })
  await StatementModel.updateMany({ authorId }, { $set: { authorId: null }, $unset: { slot: 1, request: 1 } })
}
