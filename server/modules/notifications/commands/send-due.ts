import { clock } from '@server/platform/clock'
import { whileLeased } from '@server/platform/lease'
import type { NoticeSettings } from '@shared/notifications/schemas'
import { afterQuiet } from '../hours'
import { type Notification, NotificationModel } from '../notification.model'
import { settingsOf } from '../queries/settings-of'
import { sendDigests } from './send-digests'
import { endCutOff, type Outgoing, sendOne } from './send-one'

const LEASE_MS = 30_000
/** So many are looked at to find out whose turn it is: somebody to whom many wait must not hide the others. */
const LOOKED_AT = 1000
const PEOPLE = 200
const AT_ONCE = 24
const IN_A_ROW = 50
const MOST_ROUNDS = 50

/**
 * What somebody waits for goes in two rows, each in its order: what presses, and the rest. A message that has to wait
 * holds those behind it in its own row, so that nobody gets news in the wrong order, and danger overtakes.
 */
const ROWS = [true, false] as const
const rowOf = (personId: string, presses: boolean) => ({
  personId,
  'delivery.state': 'waiting' as const,
  'delivery.presses': presses ? true : { $ne: true },
})

/** All of a row that would be due wait until then. */
const holdRow = (personId: string, presses: boolean, until: Date) =>
  NotificationModel.updateMany(
    { ...rowOf(personId, presses), 'delivery.nextAt': { $lte: clock.now() } },
    { $set: { 'delivery.nextAt': until } },
  )

/** Those behind a message that has to wait wait as long. */
const holdBack = async (personId: string, presses: boolean): Promise<void> => {
  const head = await NotificationModel.findOne(rowOf(personId, presses)).sort({ at: 1, _id: 1 }).lean<Outgoing>()
  if (head && head.delivery.nextAt > clock.now()) await holdRow(personId, presses, head.delivery.nextAt)
}

const sendRow = async (personId: string, presses: boolean, { quiet }: NoticeSettings): Promise<number> => {
  const now = clock.now()
  const morning = presses ? now : afterQuiet(now, quiet)
  if (morning > now) {
    await holdRow(personId, presses, morning)
    return 0
  }
  const waiting = await NotificationModel.find(rowOf(personId, presses)).sort({ at: 1, _id: 1 }).limit(IN_A_ROW).lean<Outgoing[]>()
  let tries = 0
  for (const one of waiting) {
    const { tried, goOn } = one.delivery.nextAt <= clock.now() ? await sendOne(one) : { tried: false, goOn: false }
    if (tried) tries += 1
    if (!goOn) {
      await holdBack(personId, presses)
      break
    }
  }
  return tries
}

const sendToPerson = async (personId: string, settings: NoticeSettings): Promise<number> => {
  let tries = 0
  for (const presses of ROWS) tries += await sendRow(personId, presses, settings)
  return tries
}

const peopleDue = async (): Promise<string[]> => {
  const due = { 'delivery.state': 'waiting' as const, 'delivery.nextAt': { $lte: clock.now() } }
  const rows = await NotificationModel.find(due, { personId: 1 })
    .sort({ 'delivery.nextAt': 1 })
    .limit(LOOKED_AT)
    .lean<Pick<Notification, 'personId'>[]>()
  return [...new Set(rows.map((row) => row.personId))].slice(0, PEOPLE)
}

/** Several people at once, so that one for whom WeChat is slow does not hold up the others; nobody once the lease is lost. */
const sendRound = async (people: string[], isMine: () => boolean): Promise<number> => {
  const settings = await settingsOf(people)
  const queue = [...people]
  let tries = 0
  const work = async (): Promise<void> => {
    for (let person = queue.shift(); person !== undefined && isMine(); person = queue.shift()) {
      tries += await sendToPerson(person, settings(person))
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return tries
}

const sendAll = async (isMine: () => boolean): Promise<number> => {
  await endCutOff()
  await sendDigests()
  let tries = 0
  for (let round = 0; round < MOST_ROUNDS && isMine(); round += 1) {
    const people = await peopleDue()
    if (people.length === 0) break
    tries += await sendRound(people, isMine)
  }
  return tries
}

const run = async (): Promise<number> => (await whileLeased({ name: 'notifications', ms: LEASE_MS, work: sendAll })) ?? 0

let last: Promise<unknown> = Promise.resolve()

/** Sends what is due, in order for each person, by one process at a time. Answers how many tries were made. */
export const sendDue = (): Promise<number> => {
  const next = last.catch(() => undefined).then(run)
  last = next
  return next
}
