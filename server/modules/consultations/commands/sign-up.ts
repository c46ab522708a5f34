import type { Actor } from '@server/platform/actor'
import { clock } from '@server/platform/clock'
import { ObjectId } from '@server/platform/database'
import { Conflict, NotFound } from '@server/platform/errors'
import type { Consultation, Meeting } from '../consultation.model'
import { hashOfCode } from '../meeting-codes'
import { MOST_ON_A_LIST } from '../place.model'
import { append, redeemed, settle } from '../places.pipeline'
import { meetingAhead } from '../places.policy'
import { placeOf, placesOf } from '../queries/place-of'
import { changePlaces } from './change-places'

interface SignUp {
  actor: Actor
  doc: Consultation
  /** Of an invitation. */
  code?: string
}

/** Takes a place, or the last one on the waiting list. Who has one already keeps it. */
const takePlace = async ({ actor: { personId }, doc }: SignUp, { places }: Meeting): Promise<void> => {
  const consultationId = doc._id
  const place = { id: new ObjectId().toHexString(), personId, as: 'resident', name: null, at: clock.now(), checkedInAt: null } as const
  const when = { 'entries.personId': { $ne: personId }, [`entries.${MOST_ON_A_LIST - 1}`]: { $exists: false } }
  const stages = [...settle(consultationId.toHexString(), places), append(place, places)]
  if (await changePlaces({ consultationId, when, stages })) return
  if (!(await placeOf({ consultationId, personId }))) throw new Conflict('conflict', '候补的人已经很多，不能再报名了')
}

/** Takes the place that is kept under a code, once. Who waits, or has a public place, changes to it. */
const redeem = async ({ actor: { personId }, doc }: SignUp, { places }: Meeting, code: string): Promise<void> => {
  const consultationId = doc._id
  const codeHash = hashOfCode(code)
  const changed = await changePlaces({
    consultationId,
    when: { entries: { $elemMatch: { codeHash, state: 'invited' } } },
    stages: [...redeemed({ codeHash, personId, at: clock.now() }), ...settle(consultationId.toHexString(), places)],
  })
  if (changed) return
  const kept = (await placesOf(consultationId)).find((place) => place.codeHash === codeHash)
  if (!kept) throw new NotFound()
  if (kept.personId !== personId) throw new Conflict('invitation_used')
}

/**
 * Signs somebody up for the meeting; again, it changes nothing. Throws Conflict when no meeting is ahead,
 * `invitation_used` and `invitation_expired`, and NotFound for a code that nobody made.
 */
export const signUp = async (options: SignUp): Promise<void> => {
  const { doc, code } = options
  const meeting = meetingAhead(doc, clock.now())
  if (!meeting && code !== undefined && doc.meeting) throw new Conflict('invitation_expired')
  if (!meeting) throw new Conflict('conflict', '现在不能报名：协商会还没有定下来，或者已经开始了')
  await (code === undefined ? takePlace(options, meeting) : redeem(options, meeting, code))
}
