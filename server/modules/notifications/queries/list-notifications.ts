import { NEWEST_FIRST, olderThan, placeOf } from '@server/platform/newest-first'
import { toPage } from '@server/platform/page'
import type { NoticeSort } from '@shared/notifications/schemas'
import { type Notification, NotificationModel } from '../notification.model'

interface Options {
  personId: string
  limit: number
  cursor?: string | undefined
  sort?: NoticeSort | undefined
  unread?: boolean | undefined
}

/** What somebody was told, newest first; of one sort, or unread, when that is asked for. */
export const listNotifications = async ({ personId, limit, cursor, sort, unread }: Options) => {
  const filter = { personId, ...(sort ? { sort } : {}), ...(unread === undefined ? {} : { read: !unread }), ...olderThan(cursor) }
  const rows = await NotificationModel.find(filter, { 'delivery.data': 0 })
    .sort(NEWEST_FIRST)
    .limit(limit + 1)
    .lean<Notification[]>()
  return toPage(rows, limit, placeOf)
}
