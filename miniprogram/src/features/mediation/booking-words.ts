import { BOOKING_STATUS_NAMES, type BookingView, type Mode, type Speaker } from '@shared/mediation/schemas'
import { texts } from './texts'

type Booking = Pick<BookingView, 'status' | 'mode' | 'venue' | 'endsAt'>

/** Whether it is still to come. */
export const upcoming = ({ status, endsAt }: Pick<Booking, 'status' | 'endsAt'>, now: number = Date.now()): boolean =>
  (status === 'proposed' || status === 'confirmed' || status === 'held') && Date.parse(endsAt) > now

const WAYS: Record<Mode, string> = { onsite: '到场谈', video: '打开视频谈', phone: '电话里谈' }

/** 到柳林镇调解室 · 打开视频谈. */
export const whereWords = ({ mode, venue }: Pick<Booking, 'mode' | 'venue'>): string =>
  mode === 'onsite' && venue ? `到${venue.name}${venue.room}` : WAYS[mode]

/** How an appointment stands, as its reader must take it: whose yes is missing is said by who they are to the reader. */
export const standing = (
  { status, can, waitsFor }: Pick<BookingView, 'status' | 'can' | 'waitsFor'>,
  reader: Speaker = 'owner',
): string => {
  if (can.includes('confirm')) return texts.awaitsYou
  return status === 'proposed' && waitsFor.length > 0 ? texts.awaits(waitsWords(waitsFor, reader)) : BOOKING_STATUS_NAMES[status]
}

export type Side = 'applicant' | 'respondent'

const OTHER: Record<Speaker, string> = { applicant: texts.applicantWord, respondent: texts.otherWord, owner: texts.mediatorWord }

/** Whose yes is missing, as the reader calls them: 您、对方、调解员; to the mediator the applicant is no 对方. */
export const waitsWords = (waitsFor: readonly Speaker[], reader: Speaker): string =>
  [...waitsFor]
    // the reader first: 等您和对方
    .sort((a, b) => Number(b === reader) - Number(a === reader))
    .map((one) => (one === reader ? texts.youWord : reader === 'respondent' && one === 'applicant' ? texts.otherWord : OTHER[one]))
    .join('、')
