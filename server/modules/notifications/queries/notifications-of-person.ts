import { type Notification, NotificationModel } from '../notification.model'
import { presentNotification } from '../notifications.presenter'

const MOST = 5000

/** What somebody was told, for the export of their data; the newest 5,000. */
export const notificationsOfPerson = async (personId: string): Promise<unknown[]> => {
  const rows = await NotificationModel.find({ personId }, { delivery: 0 }).sort({ at: -1, _id: -1 }).limit(MOST).lean<Notification[]>()
  return rows.map(presentNotification)
}
