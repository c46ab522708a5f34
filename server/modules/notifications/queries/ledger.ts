import { type Subscription, SubscriptionModel } from '../subscription.model'

/** What somebody allowed WeChat to send; null for who never answered. */
export const ledgerOf = (personId: string) =>
  SubscriptionModel.findById(personId, { left: 1, last: 1 }).lean<Pick<Subscription, 'left' | 'last'>>()
