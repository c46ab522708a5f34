import { openidsOf } from '@server/modules/identity'
import { clock } from '@server/platform/clock'
import type { SendResult } from '@server/platform/wechat'
import { type Delivery, type Notification, NotificationModel } from '../notification.model'
import { outgoing, templateId } from '../outgoing'
import { noteSent } from './note-sent'

const MINUTE = 60_000
/** Waits after each try that did not get through; eight tries in all, over most of a day. */
const WAITS = [1, 5, 15, 60, 180, 360, 360].map((minutes) => minutes * MINUTE)
/**
 * A try that has not ended after this was cut off by a kill: it may have arrived. No living try takes as long: five
 * seconds to connect and five to be answered, twice, and twelve for a token.
 */
const CUT_OFF_MS = 50_000

export type Outgoing = Notification & { delivery: Delivery }
type Result = SendResult & { reason?: string }
type Told = { state: Delivery['state']; errcode?: number | null; reason?: string | null; nextAt?: Date }

const write = (one: Outgoing, told: Told) => {
  const set = Object.fromEntries(Object.entries({ endedAt: clock.now(), ...told }).map(([name, value]) => [`delivery.${name}`, value]))
  return NotificationModel.updateOne({ _id: one._id, 'delivery.state': 'sending' }, { $set: set })
}

/** Takes a message to be sent, before it is sent: whatever happens after this, it is not sent a second time unseen. */
const take = async (one: Outgoing): Promise<boolean> => {
  const { modifiedCount } = await NotificationModel.updateOne(
    { _id: one._id, 'delivery.state': 'waiting', 'delivery.nextAt': { $lte: clock.now() } },
    { $set: { 'delivery.state': 'sending', 'delivery.startedAt': clock.now() }, $inc: { 'delivery.tries': 1 } },
  )
  return modifiedCount === 1
}

const attempt = async (one: Outgoing): Promise<Result> => {
  const { template, page, data } = one.delivery
  const openid = (await openidsOf([one.personId])).get(one.personId)
  const id = templateId(template)
  if (!openid || !id) return { outcome: 'refused', reason: openid ? 'template is not configured' : 'account is gone' }
  return outgoing().sendSubscribe({ openid, templateId: id, page, data })
}

const reasonOf = ({ outcome, errcode, reason }: Result): string | null => {
  if (outcome === 'sent') return null
  if (reason) return reason
  if (errcode !== undefined) return `WeChat answered ${errcode}`
  return outcome === 'unknown' ? 'WeChat did not answer; it may have arrived' : 'WeChat could not be reached'
}

const toldOf = (one: Outgoing, result: Result): Told => {
  const told = { errcode: result.errcode ?? null, reason: reasonOf(result) }
  if (result.outcome !== 'retry') return { state: result.outcome, ...told }
  const wait = WAITS[one.delivery.tries]
  return wait === undefined ? { state: 'dead', ...told } : { state: 'waiting', nextAt: new Date(clock.ms() + wait), ...told }
}

/** One try. Answers whether there was one, and whether the next message of the same person may follow. */
export const sendOne = async (one: Outgoing): Promise<{ tried: boolean; goOn: boolean }> => {
  if (!(await take(one))) return { tried: false, goOn: true }
  const result = await attempt(one)
  await write(one, toldOf(one, result))
  if (result.outcome === 'sent' || result.errcode === 43101) {
    await noteSent({ personId: one.personId, template: one.delivery.template, refused: result.outcome !== 'sent' })
  }
  return { tried: true, goOn: result.outcome !== 'retry' }
}

/** Lists what a killed process left in the middle as unknown. */
export const endCutOff = () =>
  NotificationModel.updateMany(
    { 'delivery.state': 'sending', 'delivery.startedAt': { $lt: new Date(clock.ms() - CUT_OFF_MS) } },
    { $set: { 'delivery.state': 'unknown', 'delivery.reason': 'the service was stopped while sending', 'delivery.endedAt': clock.now() } },
  )
