import * as z from 'zod/mini'
import { Id, PageQuery } from '../platform/schema'

const TimeOfDay = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/))

/** Subscription-message templates, declared once; ids at WeChat are configuration. */
export const TEMPLATES = ['caseProgress', 'newCase', 'message', 'session', 'notice'] as const
export type TemplateName = (typeof TEMPLATES)[number]

/** What a message is like; a screen can show one sort alone. */
export const NOTICE_SORTS = ['work', 'progress', 'talk', 'notice'] as const
export type NoticeSort = (typeof NOTICE_SORTS)[number]

export const NotificationView = z.strictObject({
  id: z.string(),
  type: z.string(),
  title: z.string(),
  text: z.string(),
  sort: z.enum(NOTICE_SORTS),
  /** Danger is near: shown first, told at once. */
  urgent: z.boolean(),
  /** Where a tap leads. */
  page: z.string(),
  caseId: z.nullable(z.string()),
  at: z.string(),
  read: z.boolean(),
})
export type NotificationView = z.infer<typeof NotificationView>
export const ListNotifications = z.strictObject({
  sort: z.optional(z.enum(NOTICE_SORTS)),
  unread: z.optional(z.stringbool()),
  ...PageQuery,
})
/** How somebody wants to hear of things. */
export const NoticeSettings = z.strictObject({
  /** Between these times WeChat keeps silent, unless danger is near; null: never. */
  quiet: z.nullable(z.strictObject({ from: TimeOfDay, to: TimeOfDay })),
  /** Staff: what does not press comes together once a working day, at this time; null: each at once. */
  digestAt: z.nullable(TimeOfDay),
})
export type NoticeSettings = z.infer<typeof NoticeSettings>

export const DELIVERY_STATES = ['waiting', 'sending', 'sent', 'refused', 'unknown', 'dead'] as const
/** A WeChat message that did not arrive, or of which nobody knows; no words of it. */
export const DeliveryView = z.strictObject({
  id: z.string(),
  state: z.enum(DELIVERY_STATES),
  template: z.enum(TEMPLATES),
  type: z.string(),
  at: z.string(),
  tries: z.int(),
  errcode: z.nullable(z.int()),
  reason: z.nullable(z.string()),
  can: z.array(z.enum(['resend'])),
})
export type DeliveryView = z.infer<typeof DeliveryView>
export const ListDeliveries = z.strictObject({ state: z._default(z.enum(['refused', 'unknown', 'dead']), 'dead'), ...PageQuery })
export const DeliveryParams = z.strictObject({ id: Id })
/** `unknown` may have arrived: sending again could tell somebody twice, so it must be said. */
export const Resend = z.strictObject({ mayArriveTwice: z._default(z.boolean(), false) })
export const DeliveryCounts = z.strictObject({ waiting: z.int(), sending: z.int(), refused: z.int(), unknown: z.int(), dead: z.int() })

/** How many messages of each template WeChat still takes for the reader, as far as the ledger knows. */
export const SubscriptionLedger = z.strictObject({
  items: z.array(
    z.strictObject({
      template: z.enum(TEMPLATES),
      name: z.string(),
      left: z.int(),
      last: z.nullable(z.enum(['accept', 'reject', 'ban', 'filter'])),
    }),
  ),
})

export const MarkNotifications = z.strictObject({ upTo: z.iso.datetime({ offset: true }) })
export const Unread = z.strictObject({
  notifications: z.int(),
  messages: z.int(),
  cases: z.array(z.strictObject({ caseId: z.string(), count: z.int() })),
})
export type Unread = z.infer<typeof Unread>
/** What the user answered when WeChat asked whether it may send; one acceptance allows one message. */
export const RecordSubscriptions = z.strictObject({
  answers: z
    .array(z.strictObject({ template: z.enum(TEMPLATES), answer: z.enum(['accept', 'reject', 'ban', 'filter']) }))
    .check(z.minLength(1), z.maxLength(5)),
})
export const SubscriptionTemplates = z.strictObject({ items: z.array(z.strictObject({ template: z.enum(TEMPLATES), id: z.string() })) })
