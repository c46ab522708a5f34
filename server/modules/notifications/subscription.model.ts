import { model } from '@server/platform/database'
import type { TemplateName } from '@shared/notifications/schemas'
import { Schema } from 'mongoose'

export type Answer = 'accept' | 'reject' | 'ban' | 'filter'

/** What a person allowed WeChat to send: WeChat itself never tells how many messages are left. */
export interface Subscription {
  /** The person. */
  _id: string
  /** Acceptances that no message has used up; missing when there never was one. */
  left?: Partial<Record<TemplateName, number>>
  /** The last answer for each template. */
  last: Partial<Record<TemplateName, Answer>>
  updatedAt: Date
  /** The latest requests, so that a repeated one counts nothing twice. */
  requests: { key: string; hash: string }[]
}

const Mixed = Schema.Types.Mixed
const schema = new Schema<Subscription>(
  {
    _id: { type: String, required: true },
    left: { type: Mixed, default: undefined } as never,
    last: { type: Mixed, default: {} } as never,
    updatedAt: { type: Date, required: true },
    requests: { type: [Mixed], default: [] } as never,
  },
  { versionKey: false, minimize: false },
)

export const SubscriptionModel = model<Subscription>('Subscription', schema)
