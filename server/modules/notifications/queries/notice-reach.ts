import { openidsOf } from '@server/modules/identity'
import { mutedAmong } from '../commands/notify'
import { NotificationModel } from '../notification.model'
import { templateId } from '../outgoing'

/** How many people have been told of something. */
export const countTold = (eventId: string): Promise<number> => NotificationModel.countDocuments({ eventId })

/** How many of some people WeChat would tell of a notice too, as far as they have not refused it. */
export const countWeChatReach = async (personIds: string[]): Promise<number> => {
  if (templateId('notice') === undefined) return 0
  const [openids, muted] = await Promise.all([openidsOf(personIds), mutedAmong(personIds)])
  return personIds.filter((id) => openids.has(id) && !muted.has(`${id} notice`)).length
}
