import { model, type ObjectId } from '@server/platform/database'
import type { DELIVERY_STATES, NoticeSort, TemplateName } from '@shared/notifications/schemas'
import { Schema } from 'mongoose'

/**
 * waiting → sending → sent, refused (WeChat never takes it), unknown (nobody can tell whether it arrived, so it is never
 * sent again), or waiting once more; dead after the last try.
 */
export type DeliveryState = (typeof DELIVERY_STATES)[number]

/** The WeChat message that goes with a notification. */
export interface Delivery {
  state: DeliveryState
  template: TemplateName
  /** Where a tap on it leads. */
  page: string
  data: Record<string, { value: string }>
  tries: number
  nextAt: Date
  /** When the last try began. */
  startedAt: Date | null
  endedAt: Date | null
  errcode: number | null
  reason: string | null
  /** Goes at once and ahead of what waits: neither quiet hours nor a message before it hold it. */
  presses?: boolean
  /** Who had it sent once more after it had failed, and when. */
  resent?: { byPersonId: string; at: Date }[]
}

/** What somebody is told, once for each event. */
export interface Notification {
  _id: ObjectId
  eventId: string
  personId: string
  type: string
  title: string
  text: string
  /** Older rows lack these three. */
  sort?: NoticeSort
  urgent?: boolean
  /** Where a tap leads. */
  page?: string
  caseId: string | null
  at: Date
  read: boolean
  /** When it goes into the person's digest; gone once it went. */
  digestAt?: Date
  delivery?: Delivery
}

const Mixed = Schema.Types.Mixed
const schema = new Schema<Notification>(
  {
    eventId: { type: String, required: true },
    personId: { type: String, required: true },
    type: { type: String, required: true },
    title: { type: String, required: true },
    text: { type: String, required: true },
    sort: String,
    urgent: Boolean,
    page: String,
    caseId: { type: String, default: null },
    at: { type: Date, required: true },
    read: { type: Boolean, required: true },
    digestAt: Date,
    delivery: { type: Mixed, default: undefined },
  },
  { versionKey: false },
)
schema.index({ eventId: 1, personId: 1 }, { unique: true })
schema.index({ personId: 1, at: -1, _id: -1 })
schema.index({ personId: 1, sort: 1, at: -1, _id: -1 }, { name: 'sorted' })
schema.index({ personId: 1, at: -1, _id: -1 }, { name: 'unreadNewest', partialFilterExpression: { read: false } })
schema.index({ digestAt: 1, personId: 1 }, { name: 'digest', partialFilterExpression: { digestAt: { $exists: true } } })
schema.index({ 'delivery.nextAt': 1 }, { name: 'due', partialFilterExpression: { 'delivery.state': 'waiting' } })
schema.index({ personId: 1, at: 1, _id: 1 }, { name: 'inOrder', partialFilterExpression: { 'delivery.state': 'waiting' } })
schema.index({ 'delivery.startedAt': 1 }, { name: 'begun', partialFilterExpression: { 'delivery.state': 'sending' } })
schema.index(
  { 'delivery.state': 1, at: -1, _id: -1 },
  { name: 'failed', partialFilterExpression: { 'delivery.state': { $in: ['refused', 'unknown', 'dead'] } } },
)

export const NotificationModel = model<Notification>('Notification', schema)
