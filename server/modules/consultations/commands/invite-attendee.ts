import type { Actor } from '@server/platform/actor'
import { clock } from '@server/platform/clock'
import { ObjectId } from '@server/platform/database'
import { Conflict, Forbidden } from '@server/platform/errors'
import { createOnce, markOf, type RequestMark } from '@server/platform/once'
import { refuseSpent } from '@server/platform/spent-marks'
import type { InviteAttendee } from '@shared/consultations/schemas'
import type * as z from 'zod/mini'
import type { Consultation, Meeting } from '../consultation.model'
import { leads } from '../consultations.policy'
import { hashOfCode, invitationCode } from '../meeting-codes'
import type { Place } from '../place.model'
import { appendKept, settle } from '../places.pipeline'
import { meetingAhead } from '../places.policy'
import { placesOf } from '../queries/place-of'
import { changePlaces } from './change-places'

type Input = z.infer<typeof InviteAttendee>

const newPlace = ({ as, name }: Input, mark: RequestMark | undefined): Place => {
  const id = new ObjectId().toHexString()
  return {
    id,
    personId: null,
    as,
    name: name.trim(),
    state: 'invited',
    at: clock.now(),
    checkedInAt: null,
    codeHash: hashOfCode(invitationCode(id)),
    ...(mark ? { request: mark } : {}),
  }
}

/** There must be a place left when nobody who waits is passed over, and the request must be a new one. */
const condition = (meeting: Meeting, mark: RequestMark | undefined) => ({
  $expr: { $lt: [{ $size: '$entries' }, meeting.places] },
  ...(mark ? { entries: { $not: { $elemMatch: { 'request.by': mark.by, 'request.key': mark.key } } } } : {}),
})

const findByMark =
  ({ _id }: Consultation) =>
  async (mark: RequestMark): Promise<Place | null> =>
    (await placesOf(_id)).find(({ request }) => request?.by === mark.by && request.key === mark.key) ?? null

const NOT_AHEAD = '协商会还没有定下来，或者已经开始了，不能再邀请'

/** Keeps a place for somebody who comes for it with a code, once for a key. Throws Conflict when none is left. */
export const inviteAttendee = async (options: { actor: Actor; doc: Consultation; input: Input; key: string | undefined }) => {
  const { actor, doc, input, key } = options
  if (!leads(actor, doc)) throw new Forbidden()
  if (!doc.meeting) throw new Conflict('conflict', NOT_AHEAD)
  const consultationId = doc._id
  const mark = markOf({ actorId: actor.accountId, call: 'consultations.invite', key, body: { consultationId, ...input } })
  const create = async (): Promise<Place> => {
    await refuseSpent(mark)
    const meeting = meetingAhead(doc, clock.now())
    if (!meeting) throw new Conflict('conflict', NOT_AHEAD)
    const place = newPlace(input, mark)
    const stages = [...settle(consultationId.toHexString(), meeting.places), appendKept(place)]
    const made = await changePlaces({ consultationId, when: condition(meeting, mark), stages })
    if (!made) throw new Conflict('conflict', '名额已经满了，不能再邀请')
    return place
  }
  const { value, created } = await createOnce<Place>({ mark, create, find: findByMark(doc) })
  return { code: invitationCode(value.id), expiresAt: doc.meeting.at, created }
}
