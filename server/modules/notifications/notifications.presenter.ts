import { toLocalIso } from '@server/modules/deadlines'
import type { NotificationView } from '@shared/notifications/schemas'
import type { Notification } from './notification.model'

/** One line of the message list. */
export const presentNotification = ({ _id, type, title, text, caseId, at, read }: Notification): NotificationView => ({
  id: _id.toHexString(),
  type,
  title,
  text,
  caseId,
  at: toLocalIso(at),
  read,
})
