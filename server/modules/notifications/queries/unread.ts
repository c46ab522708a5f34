import { unreadMessages } from '@server/modules/cases'
import type { Actor } from '@server/platform/actor'
import type { Unread } from '@shared/notifications/schemas'
import { NotificationModel } from '../notification.model'

/** More than this many are told as this many. */
const MOST_COUNTED = 1000

/** How much somebody has not read: what they were told, and messages, by case. */
export const unread = async (actor: Actor): Promise<Unread> => {
  const { personId } = actor
  const [notifications, messages] = await Promise.all([
    NotificationModel.countDocuments({ personId, read: false }, { limit: MOST_COUNTED }),
    unreadMessages(actor),
  ])
  return { notifications, messages: messages.total, cases: messages.cases }
}
