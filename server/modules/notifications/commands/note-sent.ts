import type { TemplateName } from '@shared/notifications/schemas'
import { SubscriptionModel } from '../subscription.model'

/** One acceptance is used up; when WeChat says that there was none, none is left. */
export const noteSent = async (options: { personId: string; template: TemplateName; refused: boolean }): Promise<void> => {
  const { personId, template, refused } = options
  const left = `left.${template}`
  if (refused) await SubscriptionModel.updateOne({ _id: personId }, { $set: { [left]: 0 } })
  else await SubscriptionModel.updateOne({ _id: personId, [left]: { $gt: 0 } }, { $inc: { [left]: -1 } })
}
