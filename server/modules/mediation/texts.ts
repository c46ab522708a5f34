import { dateOfDay, dayNumberOf, toLocalIso, weekdayOf } from '@server/modules/deadlines'
import { MODE_NAMES } from '@shared/mediation/schemas'
import type { Booking } from './booking.model'

const WEEKDAYS = ['', '周一', '周二', '周三', '周四', '周五', '周六', '周日']

/** 5月12日（周二）09:00–10:00 */
export const when = ({ startsAt, endsAt }: Pick<Booking, 'startsAt' | 'endsAt'>): string => {
  const day = dayNumberOf(startsAt)
  const [, month, date] = dateOfDay(day).split('-').map(Number)
  const time = (at: Date) => toLocalIso(at).slice(11, 16)
  return `${month}月${date}日（${WEEKDAYS[weekdayOf(day)]}）${time(startsAt)}–${time(endsAt)}`
}

const where = ({ mode, venue }: Pick<Booking, 'mode' | 'venue'>): string =>
  venue ? `${MODE_NAMES[mode]}，${venue.name} ${venue.room}` : MODE_NAMES[mode]

type Told = Pick<Booking, 'startsAt' | 'endsAt' | 'mode' | 'venue'>
const because = (reason: string | undefined) => (reason ? `：${reason}` : '')

/** What the timeline says of each change. */
export const SENTENCES = {
  proposed: (booking: Told) => `约了见面时间 ${when(booking)}，${where(booking)}，等对方确认`,
  confirmed: (booking: Told) => `见面时间定了 ${when(booking)}，${where(booking)}`,
  confirmedByPhone: (booking: Told) => `调解员电话问过，见面时间定了 ${when(booking)}，${where(booking)}`,
  declined: (booking: Told, reason?: string) => `${when(booking)} 不方便见面${because(reason)}`,
  cancelled: (booking: Told, reason?: string) => `取消了 ${when(booking)} 的见面${because(reason)}`,
  rescheduled: (booking: Told, reason?: string) => `见面时间改到 ${when(booking)}，${where(booking)}，等对方确认${because(reason)}`,
  linked: (booking: Told) => `给出了 ${when(booking)} 视频见面的链接`,
  done: (booking: Told) => `${when(booking)} 的见面已经开完`,
  noShow: (booking: Told, reason?: string) => `${when(booking)} 的见面有人没到${because(reason)}`,
} as const
/** The tail of the event's and the timeline entry's type: `booking.confirmed`. */
export type Change = Exclude<keyof typeof SENTENCES, 'confirmedByPhone'>

export const CASE_LEFT = '这件事已经转走或结束'
export const PROBLEMS = {
  notASlot: '这个时间不在可约的时间里，请换一个',
  noMediator: '这件事现在还没有人接手，暂时不能约见面',
  otherBooking: '这件事已经约好了一次见面，可以改时间',
  noVenue: '附近没有可用的调解室，请改用视频或电话',
  unknownVenue: '这个地点不服务本地区，请换一个',
  reason: '请写明原因',
  time: '请选一个新的时间',
  link: '只有调解员能给视频见面填链接',
  range: '时间范围不能超过 31 天',
  calendarRange: '时间范围不能超过 62 天',
  order: '结束要晚于开始',
  late: '离见面时间太近，不能再改，请直接打电话联系',
} as const
