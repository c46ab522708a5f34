import { toObjectId } from '@server/platform/database'
import { NotFound } from '@server/platform/errors'
import { NotificationModel } from '../notification.model'

/** Marks everything that somebody was told up to an instant as read. */
export const markNotifications = async (options: { personId: string; upTo: Date }): Promise<void> => {
  const { personId, upTo } = options
  await NotificationModel.updateMany({ personId, read: false, at: { $lte: upTo } }, { $set: { read: true } })
}

/** Marks one thing that somebody was told as read. */
export const markOne = async (options: { personId: string; id: string }): Promise<void> => {
  const _id = toObjectId(options.id)
  if (!_id) throw new NotFound()
  const { matchedCount } = await NotificationModel.updateOne({ _id, personId: options.personId }, { $set: { read: true } })
  if (matchedCount === 0) throw new NotFound()
}
