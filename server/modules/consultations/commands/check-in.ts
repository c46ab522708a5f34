import type { Actor } from '@server/platform/actor'
import { clock } from '@server/platform/clock'
import { Conflict, InvalidInput } from '@server/platform/errors'
import type { Consultation, Meeting } from '../consultation.model'
import { isWallCode } from '../meeting-codes'
import { PlaceListModel } from '../place.model'
import { CHECKED_IN } from '../places.pipeline'
import { meetingOpen } from '../places.policy'
import { placeOf } from '../queries/place-of'

interface CheckIn {
  actor: Actor
  doc: Consultation
  code: string
}

/** Into one's own place. */
const enter = async ({ actor: { personId }, doc }: CheckIn, now: Date): Promise<boolean> => {
  const filter = { _id: doc._id, entries: { $elemMatch: { personId, state: 'in', checkedInAt: null } } }
  return (await PlaceListModel.collection.updateOne(filter, { $set: { 'entries.$.checkedInAt': now } })).modifiedCount === 1
}

/** From the waiting list, once the meeting has begun and chairs are still empty. */
const slipIn = async ({ actor: { personId }, doc }: CheckIn, { at, places }: Meeting, now: Date): Promise<boolean> => {
  if (at > now) return false
  const filter = {
    _id: doc._id,
    entries: { $elemMatch: { personId, state: 'waiting' } },
    $expr: { $lt: [CHECKED_IN, places] },
  }
  const update = { $set: { 'entries.$.checkedInAt': now, 'entries.$.state': 'in' } }
  return (await PlaceListModel.collection.updateOne(filter, update)).modifiedCount === 1
}

/**
 * Notes that somebody has come, once. Throws Conflict for who has no place, or waits while all places are full, and
 * when it is not the time for it; InvalidInput for a code that is not on this wall.
 */
export const checkIn = async (options: CheckIn): Promise<void> => {
  const { actor, doc, code } = options
  const now = clock.now()
  const meeting = meetingOpen(doc, now)
  if (!meeting) throw new Conflict('conflict', '现在不是签到的时间')
  if (!isWallCode(code, doc._id, meeting)) throw InvalidInput.field('code', 'wrong_code', '签到码不对，请扫会场墙上的二维码')
  if ((await enter(options, now)) || (await slipIn(options, meeting, now))) return
  const own = await placeOf({ consultationId: doc._id, personId: actor.personId })
  if (!own) throw new Conflict('conflict', '您还没有报名这次协商会')
  if (own.checkedInAt === null) throw new Conflict('conflict', '名额已满，您还在候补')
}
