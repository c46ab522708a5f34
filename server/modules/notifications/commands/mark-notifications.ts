import { NotificationModel } from '../notification.model'

/** Marks everything that somebody was told up to an instant as read. */
export const markNotifications = async (options: { personId: string; upTo: Date }): Promise<void> => {
  const { personId, upTo } = options
  await NotificationModel.updateMany({ personId, read: false, at: { $lte: upTo } }, { $set: { read: true } })
}
