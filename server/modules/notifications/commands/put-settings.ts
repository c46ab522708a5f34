import type { Actor } from '@server/platform/actor'
import { clock } from '@server/platform/clock'
import { InvalidInput } from '@server/platform/errors'
import type { NoticeSettings } from '@shared/notifications/schemas'
import { mayDigest } from '../notifications.policy'
import { SettingsModel } from '../settings.model'

/** Remembers how somebody wants to hear. What waits already keeps to quiet hours when it is sent. */
export const putSettings = async (options: { actor: Actor; settings: NoticeSettings }): Promise<NoticeSettings> => {
  const { actor, settings } = options
  const { quiet, digestAt } = settings
  if (quiet && quiet.from === quiet.to) throw InvalidInput.field('quiet.to', 'same_time', '开始和结束不能是同一个时间')
  if (digestAt !== null && !mayDigest(actor)) throw InvalidInput.field('digestAt', 'staff_only', '只有工作人员可以把消息汇总起来看')
  await SettingsModel.updateOne({ _id: actor.personId }, { $set: { quiet, digestAt, updatedAt: clock.now() } }, { upsert: true })
  return settings
}
