import { toLocalIso } from '@server/modules/deadlines'
import {
  type DeliveryView,
  type NoticeSort,
  type NotificationView,
  type SubscriptionLedger,
  TEMPLATES,
} from '@shared/notifications/schemas'
import type * as z from 'zod/mini'
import type { Delivery, Notification } from './notification.model'
import { templateId } from './outgoing'
import type { Subscription } from './subscription.model'
import { TEMPLATE_NAMES } from './texts'

/** What a row was about that was written before rows said it. */
const SORTS: Record<string, NoticeSort> = { 'message.sent': 'talk', 'case.submitted': 'work', 'question.asked': 'work' }

/** One line of the message list. */
export const presentNotification = (row: Notification): NotificationView => {
  const { _id, type, title, text, caseId, at, read } = row
  return {
    id: _id.toHexString(),
    type,
    title,
    text,
    sort: row.sort ?? SORTS[type] ?? 'progress',
    urgent: row.urgent ?? false,
    page: row.page ?? row.delivery?.page ?? '',
    caseId,
    at: toLocalIso(at),
    read,
  }
}

/** What became of a message; nothing of what it says or to whom. */
export const presentDelivery = ({ _id, type, at, delivery }: Notification & { delivery: Delivery }): DeliveryView => {
  const { state, template, tries, errcode, reason } = delivery
  const ended = state === 'refused' || state === 'unknown' || state === 'dead'
  return { id: _id.toHexString(), state, template, type, at: toLocalIso(at), tries, errcode, reason, can: ended ? ['resend'] : [] }
}

/** How many messages WeChat still takes, by template; those that are not configured are left out. */
export const presentLedger = (row: Pick<Subscription, 'left' | 'last'> | null): z.infer<typeof SubscriptionLedger> => ({
  items: TEMPLATES.filter((template) => templateId(template) !== undefined).map((template) => ({
    template,
    name: TEMPLATE_NAMES[template],
    left: row?.left?.[template] ?? 0,
    last: row?.last[template] ?? null,
  })),
})
