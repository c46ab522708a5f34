import * as z from 'zod/mini'
import { Id, Instant, words } from '../platform/schema'

export const BOOKING_STATUSES = ['held', 'proposed', 'confirmed', 'done', 'cancelled', 'noShow'] as const
export type BookingStatus = (typeof BOOKING_STATUSES)[number]
export const BOOKING_STATUS_NAMES: Record<BookingStatus, string> = {
  held: '替您留着',
  proposed: '等对方确认',
  confirmed: '已约定',
  done: '已开完',
  cancelled: '已取消',
  noShow: '有人没到',
}
export const MODES = ['onsite', 'video', 'phone'] as const
export type Mode = (typeof MODES)[number]
export const MODE_NAMES: Record<Mode, string> = { onsite: '到场', video: '视频', phone: '电话' }
/** One claim's length, minutes. */
export const TICK_MINUTES = 15

export const BookingView = z.strictObject({
  id: z.string(),
  caseId: z.string(),
  status: z.enum(BOOKING_STATUSES),
  startsAt: z.string(),
  endsAt: z.string(),
  mode: z.enum(MODES),
  venue: z.nullable(z.strictObject({ id: z.string(), name: z.string(), address: z.string(), room: z.string() })),
  mediator: z.strictObject({ id: z.string(), name: z.string() }),
  meetingUrl: z.nullable(z.string()),
  can: z.array(z.string()),
})
export type BookingView = z.infer<typeof BookingView>

export const SlotView = z.strictObject({ startsAt: z.string(), endsAt: z.string(), venueIds: z.array(z.string()) })
export type SlotView = z.infer<typeof SlotView>
/** `from` and `to`: instants or dates; at most 31 days apart. */
const DayOrInstant = z.union([z.iso.date(), Instant])
export const SlotQuery = z.strictObject({
  from: z.optional(DayOrInstant),
  to: z.optional(DayOrInstant),
  mode: z._default(z.enum(MODES), 'onsite'),
})

export const CreateBooking = z.strictObject({ startsAt: Instant, mode: z.enum(MODES), venueId: z.optional(Id) })
export type CreateBooking = z.infer<typeof CreateBooking>

export const BOOKING_MOVES = ['confirm', 'decline', 'cancel', 'reschedule', 'finish', 'noShow'] as const
export type BookingMove = (typeof BOOKING_MOVES)[number]
export const MoveBooking = z.strictObject({
  move: z.enum(BOOKING_MOVES),
  reason: z.optional(words(200)),
  /** reschedule: the new time, and where. */
  startsAt: z.optional(Instant),
  mode: z.optional(z.enum(MODES)),
  venueId: z.optional(Id),
  /** confirm, by the mediator: the link to a video meeting. */
  meetingUrl: z.optional(z.string().check(z.regex(/^https:\/\/[^\s<>"]{4,300}$/))),
})
export type MoveBooking = z.infer<typeof MoveBooking>

const ClockTime = z.string().check(z.regex(/^([01]\d|2[0-3]):(00|15|30|45)$/))
/** A mediator's week: for each weekday (1 Monday … 7 Sunday) the hours in which sessions may be. */
export const WorkingPlan = z.strictObject({
  hours: z
    .array(
      z
        .strictObject({ weekday: z.int().check(z.gte(1), z.lte(7)), from: ClockTime, to: ClockTime })
        .check(z.refine((h) => h.from < h.to, { error: 'from_before_to', path: ['to'] })),
    )
    .check(z.maxLength(28)),
  /** Length of a session, minutes. */
  sessionMinutes: z.int().check(z.gte(15), z.lte(240), z.multipleOf(15)),
  /** Least time between now and a session, hours. */
  noticeHours: z.int().check(z.gte(0), z.lte(168)),
  /** Days off, and days that are worked all the same. */
  daysOff: z.array(z.iso.date()).check(z.maxLength(100)),
})
export type WorkingPlan = z.infer<typeof WorkingPlan>

export const CalendarQuery = z.strictObject({ from: z.iso.date(), to: z.iso.date() })
export const CalendarItem = z.strictObject({ ...BookingView.shape, caseTitle: z.string(), caseNumber: z.string() })
