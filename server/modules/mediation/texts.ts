import { clockWords, dayNumberOf, shortDay, weekdayOf } from '@server/modules/deadlines'
import { MODE_NAMES, type Speaker } from '@shared/mediation/schemas'
import type { Appointment } from './booking.model'

const WEEKDAYS = ['', '周一', '周二', '周三', '周四', '周五', '周六', '周日']

/** 5月12日（周二）09:00 */
const moment = (at: Date): string => `${shortDay(at)}（${WEEKDAYS[weekdayOf(dayNumberOf(at))]}）${clockWords(at)}`
/** 5月12日（周二）09:00–10:00 */
export const when = ({ startsAt, endsAt }: Pick<Appointment, 'startsAt' | 'endsAt'>): string => `${moment(startsAt)}–${clockWords(endsAt)}`

/** 到场，某某议事厅 一号调解室 */
export const where = ({ mode, venue }: Pick<Appointment, 'mode' | 'venue'>): string =>
  venue ? `${MODE_NAMES[mode]}，${venue.name} ${venue.room}` : MODE_NAMES[mode]

const SPEAKER_WORDS: Record<Speaker, string> = { applicant: '申请人', respondent: '对方当事人', owner: '调解员' }
const named = (speakers: readonly Speaker[]): string => speakers.map((one) => SPEAKER_WORDS[one]).join('、')

type Told = Pick<Appointment, 'startsAt' | 'endsAt' | 'mode' | 'venue'>
const because = (reason: string | undefined) => (reason ? `：${reason}` : '')

/** What the timeline says of each change. */
export const SENTENCES = {
  proposed: (booking: Told, awaits: readonly Speaker[]) => `约了见面时间 ${when(booking)}，${where(booking)}，等${named(awaits)}确认`,
  joined: (booking: Told, who: readonly Speaker[]) => `${named(who)}参加进来了，请确认见面时间 ${when(booking)}，${where(booking)}`,
  agreed: (booking: Told, who: readonly Speaker[], awaits: readonly Speaker[]) =>
    `${named(who)}同意 ${when(booking)} 见面，还等${named(awaits)}确认`,
  confirmed: (booking: Told) => `见面时间定了 ${when(booking)}，${where(booking)}`,
  confirmedByPhone: (booking: Told) => `调解员电话问过，见面时间定了 ${when(booking)}，${where(booking)}`,
  declined: (booking: Told, reason?: string) => `${when(booking)} 不方便见面${because(reason)}`,
  cancelled: (booking: Told, reason?: string) => `取消了 ${when(booking)} 的见面${because(reason)}`,
  rescheduled: (booking: Told, awaits: readonly Speaker[], reason?: string) =>
    `见面时间改到 ${when(booking)}，${where(booking)}，等${named(awaits)}确认${because(reason)}`,
  rescheduledWith: (booking: Told, mediatorName: string, reason?: string) =>
    `见面改由${mediatorName}主持，时间 ${when(booking)}，${where(booking)}，请各方确认${because(reason)}`,
  linked: (booking: Told) => `给出了 ${when(booking)} 视频见面的链接`,
  offered: (booking: Told, until: Date) => `空出了一个时间 ${when(booking)}，${where(booking)}，替您留到 ${moment(until)}，请尽快确认`,
  expired: (booking: Told) => `${when(booking)} 的时间没有确认，已让给后面的人`,
  done: (booking: Told) => `${when(booking)} 的见面已经开完`,
  noShow: (booking: Told, absent: readonly string[], reason?: string) =>
    `${when(booking)} 的见面，${absent.map((one) => ABSENT_WORDS[one] ?? '').join('、')}没有到${because(reason)}`,
} as const
const ABSENT_WORDS: Record<string, string> = { applicant: '申请人', respondent: '对方当事人', mediator: '调解员' }

/** The tail of the event's and the timeline entry's type: `booking.confirmed`. */
export type Change =
  | 'proposed'
  | 'agreed'
  | 'confirmed'
  | 'declined'
  | 'cancelled'
  | 'rescheduled'
  | 'linked'
  | 'offered'
  | 'expired'
  | 'done'
  | 'noShow'

export const CASE_LEFT = '这件事已经转走或结束'
export const SIDE_LEFT = '有一方已退出调解'
/** Why a case goes to a colleague; told in its timeline. */
export const handOver = (booking: Told, reason?: string): string => `改约 ${when(booking)} 见面${because(reason)}`
/** Too late to change: says until when it was possible. */
export const tooLate = (until: Date): string => `离见面时间太近了，最晚要在 ${moment(until)} 前改。请直接打电话联系`

/** What other calendars show. Without the names of the parties: who may look into such a calendar is not known. */
export const CALENDAR = {
  feed: '有事好商量 · 调解日程',
  summary: (caseNumber: string) => `调解见面 ${caseNumber}`,
  link: '视频会议',
} as const

export const PROBLEMS = {
  notASlot: '这个时间不在可约的时间里，请换一个',
  noMediator: '这件事现在还没有人接手，暂时不能约见面',
  otherBooking: '这件事已经约好了一次见面，可以改时间',
  noVenue: '附近没有可用的调解室，请改用视频或电话',
  unknownVenue: '这个地点不服务本地区，或者坐不下，请换一个',
  unknownMediator: '这位调解员现在不能接这件事，请换一位',
  reason: '请写明原因',
  absent: '请选是谁没有到',
  notExpected: '对方不参加，或者没有答应过这次见面',
  time: '请选一个新的时间',
  early: '见面时间还没到',
  link: '只有调解员能给视频见面填链接',
  range: '时间范围不能超过 31 天',
  calendarRange: '时间范围不能超过 62 天',
  order: '结束要晚于开始',
  daysOff: '同一天不能既休息又另有时间',
  booked: '这件事已经约好了见面，不用再等',
  waiting: '这件事已经在等候名单里',
  past: '这段时间已经过去了',
} as const
