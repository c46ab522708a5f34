import { NEWEST_FIRST, olderThan, placeOf } from '@server/platform/newest-first'
import { toPage } from '@server/platform/page'
import type { DeliveryCounts } from '@shared/notifications/schemas'
import type * as z from 'zod/mini'
import { type Delivery, type DeliveryState, type Notification, NotificationModel } from '../notification.model'

type Counts = z.infer<typeof DeliveryCounts>
/** More than this many are told as this many. */
const MOST_COUNTED = 100_000
const EVER = new Date(0)

/** Messages that ended in a state, newest first. */
export const listDeliveries = async (options: { state: DeliveryState; limit: number; cursor?: string | undefined }) => {
  const { state, limit, cursor } = options
  const rows = await NotificationModel.find({ 'delivery.state': state, ...olderThan(cursor) }, { title: 0, text: 0, 'delivery.data': 0 })
    .sort(NEWEST_FIRST)
    .limit(limit + 1)
    .lean<(Notification & { delivery: Delivery })[]>()
  return toPage(rows, limit, placeOf)
}

/** The index of each state begins with another field, which has to be named for it to be used. */
const COUNTED: Record<keyof Counts, object> = {
  waiting: { 'delivery.state': 'waiting', 'delivery.nextAt': { $gt: EVER } },
  sending: { 'delivery.state': 'sending', 'delivery.startedAt': { $gt: EVER } },
  refused: { 'delivery.state': 'refused' },
  unknown: { 'delivery.state': 'unknown' },
  dead: { 'delivery.state': 'dead' },
}

/** How many messages stand how; those that arrived are not counted. */
export const countDeliveries = async (): Promise<Counts> => {
  const states = Object.keys(COUNTED) as (keyof Counts)[]
  const counts = await Promise.all(states.map((state) => NotificationModel.countDocuments(COUNTED[state], { limit: MOST_COUNTED })))
  return Object.fromEntries(states.map((state, index) => [state, counts[index] ?? 0])) as Counts
}
