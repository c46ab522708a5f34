import type { Actor } from '@server/platform/actor'
import { takesSignUps } from '@shared/consultations/words'
import type { Consultation, Meeting } from './consultation.model'
import { leads } from './consultations.policy'
import { checkInSpan } from './meeting-codes'

type Topic = Pick<Consultation, 'state' | 'meeting'>

/** The meeting that is ahead: until it begins places are taken, given back and kept. Undefined when there is none. */
export const meetingAhead = ({ state, meeting }: Topic, now: Date): Meeting | undefined =>
  meeting && takesSignUps(state) && meeting.at > now ? meeting : undefined

/** The meeting into which people can check in now. */
export const meetingOpen = ({ state, meeting }: Topic, now: Date): Meeting | undefined => {
  if (!meeting || !takesSignUps(state)) return undefined
  const { from, until } = checkInSpan(meeting)
  return from <= now && now <= until ? meeting : undefined
}

/** Who comes is known to who is in charge, and to the office. */
export const maySeeAttendees = (actor: Actor, doc: Pick<Consultation, 'regionCode' | 'lead'>): boolean => leads(actor, doc)
