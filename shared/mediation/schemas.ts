import * as z from 'zod/mini'
import { Id, Instant, words } from '../platform/schema'

/** Whose word a session needs: the two sides and the mediator. */
export const SPEAKERS = ['applicant', 'respondent', 'owner'] as const
export type Speaker = (typeof SPEAKERS)[number]
export const ABSENT = ['applicant', 'respondent', 'mediator'] as const

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
  /** Who still has to say yes; empty when everybody has. */
  waitsFor: z.array(z.enum(SPEAKERS)),
  /** held: until when it is kept for whoever holds it. */
  heldUntil: z.nullable(z.string()),
  /** noShow: who did not come. */
  absent: z.array(z.enum(ABSENT)),
  /** Until then it can be cancelled or moved. */
  changeableUntil: z.string(),
  can: z.array(z.string()),
})
export type BookingView = z.infer<typeof BookingView>

export const SlotView = z.strictObject({
  startsAt: z.string(),
  endsAt: z.string(),
  venueIds: z.array(z.string()),
  /** Only when asked for any mediator: who it would be with. */
  mediator: z.optional(z.strictObject({ id: z.string(), name: z.string() })),
})
export type SlotView = z.infer<typeof SlotView>
/** `from` and `to`: instants or dates; at most 31 days apart. */
const DayOrInstant = z.union([z.iso.date(), Instant])
export const SlotQuery = z.strictObject({
  from: z.optional(DayOrInstant),
  to: z.optional(DayOrInstant),
  mode: z._default(z.enum(MODES), 'onsite'),
  /** `any`: also times of colleagues who could take the case over. */
  mediator: z._default(z.enum(['same', 'any']), 'same'),
})

/** How long a place is kept while somebody decides, minutes. */
export const HOLD_MINUTES = 5
export const CreateBooking = z.strictObject({
  startsAt: Instant,
  mode: z.enum(MODES),
  venueId: z.optional(Id),
  /** Only keeps the place for five minutes; `confirm` by the same person then proposes it. */
  hold: z.optional(z.boolean()),
})
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
  /** reschedule: with a colleague who takes the case over, as `slots` with `mediator=any` offered. */
  mediatorId: z.optional(Id),
  /** noShow: who did not come. */
  absent: z.optional(z.array(z.enum(ABSENT)).check(z.minLength(1), z.maxLength(3))),
  /** confirm, by the mediator: the link to a video meeting. */
  meetingUrl: z.optional(z.string().check(z.regex(/^https:\/\/[^\s<>"]{4,300}$/))),
})
export type MoveBooking = z.infer<typeof MoveBooking>

const ClockTime = z.string().check(z.regex(/^([01]\d|2[0-3]):(00|15|30|45)$/))
const Buffer = z.int().check(z.gte(0), z.lte(120), z.multipleOf(15))
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
  /** Days with hours of their own, in place of the week's. */
  exceptions: z._default(
    z
      .array(
        z.strictObject({
          date: z.iso.date(),
          hours: z
            .array(
              z
                .strictObject({ from: ClockTime, to: ClockTime })
                .check(z.refine((h) => h.from < h.to, { error: 'from_before_to', path: ['to'] })),
            )
            .check(z.maxLength(6)),
        }),
      )
      .check(z.maxLength(100)),
    [],
  ),
  /** Time kept free before and after each session, minutes: to prepare, to write up, to travel. */
  bufferBefore: z._default(Buffer, 0),
  bufferAfter: z._default(Buffer, 0),
  /** How far ahead sessions can be booked, days. */
  horizonDays: z._default(z.int().check(z.gte(1), z.lte(92)), 31),
})
export type WorkingPlan = z.infer<typeof WorkingPlan>

export const CalendarQuery = z.strictObject({ from: z.iso.date(), to: z.iso.date() })
export const CalendarItem = z.strictObject({ ...BookingView.shape, caseTitle: z.string(), caseNumber: z.string() })

export const PARTS_OF_DAY = ['any', 'morning', 'afternoon'] as const
/** Waits for a place to fall free with this case's mediator; from and to are days, both included. */
export const JoinWaiting = z.strictObject({
  mode: z.enum(MODES),
  from: z.optional(z.iso.date()),
  to: z.optional(z.iso.date()),
  partOfDay: z._default(z.enum(PARTS_OF_DAY), 'any'),
})
export type JoinWaiting = z.infer<typeof JoinWaiting>
export const WaitingView = z.strictObject({
  id: z.string(),
  mode: z.enum(MODES),
  from: z.nullable(z.string()),
  to: z.nullable(z.string()),
  partOfDay: z.enum(PARTS_OF_DAY),
  since: z.string(),
  /** 1: next in line. */
  position: z.int(),
  /** A place that fell free and is kept for this case (the case's booking, `held`), until it is confirmed or given up. */
  offer: z.nullable(z.strictObject({ bookingId: z.string(), startsAt: z.string(), until: z.string() })),
})
export type WaitingView = z.infer<typeof WaitingView>

/** The secret address of a calendar that other programs subscribe to. */
export const CalendarFeed = z.strictObject({ url: z.nullable(z.string()) })
export const FeedParams = z.strictObject({ token: z.string().check(z.regex(/^[A-Za-z0-9_-]{20,64}\.ics$/)) })
