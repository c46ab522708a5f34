import type { Actor } from '@server/platform/actor'
import { clock } from '@server/platform/clock'
import { toObjectId } from '@server/platform/database'
import { Conflict, Forbidden, NotFound } from '@server/platform/errors'
import { type Delivery, type DeliveryState, type Notification, NotificationModel } from '../notification.model'
import { seesDeliveries } from '../notifications.policy'

type Row = Notification & { delivery: Delivery }

/**
 * Has a message that failed sent once more, with all its tries. One of which nobody knows may have arrived: that must be
 * said. Who did it, and when, stays with the message.
 */
export const resendDelivery = async (options: { actor: Actor; id: string; mayArriveTwice: boolean }): Promise<Row> => {
  const { actor, id, mayArriveTwice } = options
  if (!seesDeliveries(actor)) throw new Forbidden()
  const _id = toObjectId(id)
  if (!_id) throw new NotFound()
  const states: DeliveryState[] = mayArriveTwice ? ['refused', 'dead', 'unknown'] : ['refused', 'dead']
  const now = clock.now()
  const again = await NotificationModel.findOneAndUpdate(
    { _id, 'delivery.state': { $in: states } },
    {
      $set: { 'delivery.state': 'waiting', 'delivery.nextAt': now, 'delivery.tries': 0, 'delivery.errcode': null, 'delivery.reason': null },
      $push: { 'delivery.resent': { byPersonId: actor.personId, at: now } },
    },
    { returnDocument: 'after', projection: { 'delivery.data': 0 } },
  ).lean<Row>()
  if (again) return again
  const there = await NotificationModel.findOne({ _id, 'delivery.state': { $exists: true } }, { 'delivery.state': 1 }).lean<Row>()
  if (!there) throw new NotFound()
  throw new Conflict('conflict', there.delivery.state === 'unknown' ? '这条消息可能已经送到，再发可能会收到两次' : '这条消息不需要再发')
}
