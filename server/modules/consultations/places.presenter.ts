import { toLocalIso } from '@server/modules/deadlines'
import type { AttendeeInvitation, AttendeeView } from '@shared/consultations/schemas'
import type { Consultation, Meeting } from './consultation.model'
import { checkInSpan, wallCode } from './meeting-codes'
import type { Place } from './place.model'
import { pageOf } from './texts'

/** Somebody who comes, for who is in charge. */
export const presentAttendee = ({ place, name }: { place: Place; name: string }): AttendeeView => ({
  id: place.id,
  name,
  as: place.as,
  state: place.state,
  checkedInAt: place.checkedInAt && toLocalIso(place.checkedInAt),
})

/** A link that takes up the place which is kept. */
export const presentInvitation = (doc: Consultation, { code, expiresAt }: { code: string; expiresAt: Date }): AttendeeInvitation => ({
  code,
  page: `${pageOf(doc)}&code=${code}`,
  expiresAt: toLocalIso(expiresAt),
})

/** What is drawn on the wall, and until when it is good. */
export const presentWallCode = (doc: Consultation, meeting: Meeting): AttendeeInvitation => {
  const code = wallCode(doc._id, meeting)
  return { code, page: `${pageOf(doc)}&checkIn=${code}`, expiresAt: toLocalIso(checkInSpan(meeting).until) }
}
