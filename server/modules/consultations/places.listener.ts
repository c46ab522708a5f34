import { shortTime } from '@server/modules/deadlines'
import { tellEverybody } from '@server/modules/notifications'
import { toObjectId } from '@server/platform/database'
import type { DomainEvent, Listener } from '@server/platform/outbox'
import type { Consultation, Meeting } from './consultation.model'
import { PlaceListModel } from './place.model'
import { entriesWhere, settle } from './places.pipeline'
import { findConsultation } from './queries/load-consultation'
import { placesOf } from './queries/place-of'
import { pageOf } from './texts'

/** Those who waited and got a place by this event, and still have it. */
const tellGiven = async (doc: Consultation, meeting: Meeting, { id, at }: DomainEvent): Promise<void> => {
  const given = (await placesOf(doc._id)).filter(({ givenBy, state }) => givenBy === id && state === 'in')
  const personIds = given.flatMap(({ personId }) => personId ?? [])
  const text = `《${doc.title}》的协商会有了空位，您已从候补转为正式参加：${shortTime(meeting.at)}，${meeting.place}。来不了请取消，把名额让给别人。`
  if (personIds.length > 0)
    await tellEverybody({ id, at, personIds, title: '您有协商会的名额了', text, page: pageOf(doc), sort: 'progress' })
}

/** Another day: places stay, who had come before has not come yet, and new places go to those who wait. */
const reopen = async (doc: Consultation, { places }: Meeting, { at }: DomainEvent): Promise<void> => {
  const earlier = { $and: [{ $gt: ['$$this.checkedInAt', null] }, { $lt: ['$$this.checkedInAt', at] }] }
  const cleared = { $map: { input: '$entries', in: { $cond: [earlier, { $mergeObjects: ['$$this', { checkedInAt: null }] }, '$$this'] } } }
  const stages = [{ $set: { entries: cleared } }, ...settle(doc._id.toHexString(), places)]
  await PlaceListModel.collection.updateOne({ _id: doc._id }, stages)
}

/** The meeting is over: of those who were invited and did not come, no name is kept. */
const forgetInvited = async (doc: Consultation): Promise<void> => {
  const others = [{ $set: { entries: entriesWhere({ $ne: ['$$this.state', 'invited'] }) } }]
  await PlaceListModel.collection.updateOne({ _id: doc._id, 'entries.state': 'invited' }, others)
}

const hear = async (event: DomainEvent): Promise<void> => {
  const id = String(event.data.consultationId)
  const doc = toObjectId(id) && (await findConsultation(id))
  if (!doc?.meeting) return
  if (event.type === 'place.given') await tellGiven(doc, doc.meeting, event)
  else if (event.data.move === 'reschedule') await reopen(doc, doc.meeting, event)
  else if (event.data.move === 'conclude') await forgetInvited(doc)
}

/** Hears of places that were handed on, and of meetings that are moved or over. The same again changes nothing. */
export const placeListener: Listener = async (events) => {
  for (const event of events) if (event.type === 'place.given' || event.type === 'consultation.moved') await hear(event)
}
