import { NEWEST_FIRST, olderThan, placeOf } from '@server/platform/newest-first'
import { toPage } from '@server/platform/page'
import { type Notification, NotificationModel } from '../notification.model'

/** What somebody was told, newest first. */
export const listNotifications = async (options: { personId: string; limit: number; cursor?: string | undefined }) => {
  const { personId, limit, cursor } = options
  const rows = await NotificationModel.find({ personId, ...olderThan(cursor) }, { delivery: 0 })
    .sort(NEWEST_FIRST)
    .limit(limit + 1)
    .lean<Notification[]>()
  return toPage(rows, limit, placeOf)
}
