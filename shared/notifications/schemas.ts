import * as z from 'zod/mini'
import { PageQuery } from '../platform/schema'

/** Subscription-message templates, declared once; ids at WeChat are configuration. */
export const TEMPLATES = ['caseProgress', 'newCase', 'message', 'session'] as const
export type TemplateName = (typeof TEMPLATES)[number]

export const NotificationView = z.strictObject({
  id: z.string(),
  type: z.string(),
  title: z.string(),
  text: z.string(),
  caseId: z.nullable(z.string()),
  at: z.string(),
  read: z.boolean(),
})
export type NotificationView = z.infer<typeof NotificationView>
export const ListNotifications = z.strictObject({ ...PageQuery })
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
    .check(z.minLength(1), z.maxLength(4)),
})
export const SubscriptionTemplates = z.strictObject({ items: z.array(z.strictObject({ template: z.enum(TEMPLATES), id: z.string() })) })
