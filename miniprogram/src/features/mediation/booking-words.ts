import { BOOKING_STATUS_NAMES, type BookingView, type Mode } from '@shared/mediation/schemas'
import { texts } from './texts'

type Booking = Pick<BookingView, 'status' | 'mode' | 'venue' | 'endsAt'>

/** Whether it is still to come. */
export const upcoming = ({ status, endsAt }: Pick<Booking, 'status' | 'endsAt'>, now: number = Date.now()): boolean =>
  (status === 'proposed' || status === 'confirmed' || status === 'held') && Date.parse(endsAt) > now

const WAYS: Record<Mode, string> = { onsite: '到场谈', video: '打开视频谈', phone: '电话里谈' }

/** 到柳林镇调解室 · 打开视频谈. */
export const whereWords = ({ mode, venue }: Pick<Booking, 'mode' | 'venue'>): string =>
  mode === 'onsite' && venue ? `到${venue.name}${venue.room}` : WAYS[mode]

/** How an appointment stands, as its reader must take it: who is to say yes is told so. */
export const standing = ({ status, can }: Pick<BookingView, 'status' | 'can'>): string =>
  can.includes('confirm') ? texts.awaitsYou : BOOKING_STATUS_NAMES[status]
