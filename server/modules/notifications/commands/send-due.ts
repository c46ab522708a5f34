import { openidsOf } from '@server/modules/identity'
import { clock } from '@server/platform/clock'
import { holdLease } from '@server/platform/lease'
import type { SendResult } from '@server/platform/wechat'
import { type Delivery, type Notification, NotificationModel } from '../notification.model'
import { outgoing, templateId } from '../outgoing'
import { noteSent } from './note-sent'
import { tellOverdue } from './tell-overdue'

const LEASE_MS = 60_000
const MINUTE = 60_000
/** Waits after each try that did not get through; eight tries in all, over most of a day. */
const WAITS = [1, 5, 15, 60, 180, 360, 360].map((minutes) => minutes * MINUTE)
/** A try that has not ended after this was cut off by a kill: it may have arrived. */
const CUT_OFF_MS = 2 * MINUTE
const PEOPLE = 200
const AT_ONCE = 8
const IN_A_ROW = 50
const MOST_ROUNDS = 50

type Outgoing = Notification & { delivery: Delivery }
type Told = { state: Delivery['state']; errcode?: number | null; reason?: string | null; nextAt?: Date }

const write = (one: Outgoing, told: Told) => {
  const set = Object.fromEntries(Object.entries({ endedAt: clock.now(), ...told }).map(([name, value]) => [`delivery.${name}`, value]))
  return NotificationModel.updateOne({ _id: one._id, 'delivery.state': 'sending' }, { $set: set })
}

/** Takes a message to be sent, before it is sent: whatever happens after this, it is not sent a second time unseen. */
const take = async (one: Outgoing): Promise<boolean> => {
  const { modifiedCount } = await NotificationModel.updateOne(
    { _id: one._id, 'delivery.state': 'waiting' },
    { $set: { 'delivery.state': 'sending', 'delivery.startedAt': clock.now() }, $inc: { 'delivery.tries': 1 } },
  )
  return modifiedCount === 1
}

const attempt = async (one: Outgoing): Promise<SendResult & { reason?: string }> => {
  const { template, page, data } = one.delivery
  const openid = (await openidsOf([one.personId])).get(one.personId)
  const id = templateId(template)
  if (!openid || !id) return { outcome: 'refused', reason: openid ? 'template is not configured' : 'account is gone' }
  return outgoing().sendSubscribe({ openid, templateId: id, page, data })
}

const toldOf = (one: Outgoing, { outcome, errcode = undefined, reason }: SendResult & { reason?: string }): Told => {
  const code = errcode ?? null
  if (outcome !== 'retry') return { state: outcome, errcode: code, reason: reason ?? null }
  const wait = WAITS[one.delivery.tries]
  const failure = { errcode: code, reason: code === null ? 'WeChat could not be reached' : `WeChat answered ${code}` }
  return wait === undefined ? { state: 'dead', ...failure } : { state: 'waiting', nextAt: new Date(clock.ms() + wait), ...failure }
}

/** One try. Answers whether the next message of the same person may follow. */
const send = async (one: Outgoing): Promise<{ tried: boolean; goOn: boolean }> => {
  if (!(await take(one))) return { tried: false, goOn: true }
  const result = await attempt(one)
  await write(one, toldOf(one, result))
  if (result.outcome === 'sent' || result.errcode === 43101) {
    await noteSent({ personId: one.personId, template: one.delivery.template, refused: result.outcome !== 'sent' })
  }
  return { tried: true, goOn: result.outcome !== 'retry' }
}

/** Those behind a message that has to wait wait as long: nobody gets news in the wrong order. */
const holdBack = async (personId: string): Promise<void> => {
  const waiting = { personId, 'delivery.state': 'waiting' as const }
  const head = await NotificationModel.findOne(waiting).sort({ at: 1, _id: 1 }).lean<Outgoing>()
  const now = clock.now()
  if (!head || head.delivery.nextAt <= now) return
  await NotificationModel.updateMany(
    { ...waiting, 'delivery.nextAt': { $lte: now } },
    { $set: { 'delivery.nextAt': head.delivery.nextAt } },
  )
}

const sendInOrder = async (personId: string): Promise<number> => {
  const waiting = await NotificationModel.find({ personId, 'delivery.state': 'waiting' })
    .sort({ at: 1, _id: 1 })
    .limit(IN_A_ROW)
    .lean<Outgoing[]>()
  let tries = 0
  for (const one of waiting) {
    const { tried, goOn } = one.delivery.nextAt <= clock.now() ? await send(one) : { tried: false, goOn: false }
    if (tried) tries += 1
    if (!goOn) {
      await holdBack(personId)
      break
    }
  }
  return tries
}

const endCutOff = () =>
  NotificationModel.updateMany(
    { 'delivery.state': 'sending', 'delivery.startedAt': { $lt: new Date(clock.ms() - CUT_OFF_MS) } },
    { $set: { 'delivery.state': 'unknown', 'delivery.reason': 'the service was stopped while sending', 'delivery.endedAt': clock.now() } },
  )

const peopleDue = async (): Promise<string[]> => {
  const due = { 'delivery.state': 'waiting' as const, 'delivery.nextAt': { $lte: clock.now() } }
  const rows = await NotificationModel.find(due, { personId: 1 })
    .sort({ 'delivery.nextAt': 1 })
    .limit(PEOPLE)
    .lean<Pick<Notification, 'personId'>[]>()
  return [...new Set(rows.map((row) => row.personId))]
}

const sendRound = async (people: string[]): Promise<number> => {
  let tries = 0
  for (let start = 0; start < people.length; start += AT_ONCE) {
    const counts = await Promise.all(people.slice(start, start + AT_ONCE).map(sendInOrder))
    tries += counts.reduce((sum, count) => sum + count, 0)
    if (!(await holdLease('notifications', LEASE_MS))) break
  }
  return tries
}

const run = async (): Promise<number> => {
  if (!(await holdLease('notifications', LEASE_MS))) return 0
  await tellOverdue()
  await endCutOff()
  let tries = 0
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const people = await peopleDue()
    if (people.length === 0) break
    tries += await sendRound(people)
  }
  return tries
}

let last: Promise<unknown> = Promise.resolve()

/** Sends what is due, in order for each person, by one process at a time. Answers how many tries were made. */
export const sendDue = (): Promise<number> => {
  const next = last.catch(() => undefined).then(run)
  last = next
  return next
}
