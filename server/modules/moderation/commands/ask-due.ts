import { openidsOf } from '@server/modules/identity'
import { clock } from '@server/platform/clock'
import { Unavailable } from '@server/platform/errors'
import { fileLink } from '@server/platform/files'
import { CheckRefused } from '@server/platform/wechat'
import { type Check, CheckModel } from '../check.model'
import { moderationSettings } from '../settings'
import { WHY } from '../words'
import { awaitVerdict } from './hear-verdict'
import { leaveToPerson, settleCheck } from './settle-check'

const MINUTE = 60_000
/** WeChat looks only at what somebody wrote who was in the app in the last two hours. */
const ACTIVE_MS = 120 * MINUTE
/** Verdicts are pushed within half an hour; the rest is for the way. */
const VERDICT_MS = 35 * MINUTE
const LINK_SECONDS = 40 * 60
/** Nobody else asks while one does; a killed one's work is taken over after it. */
const TAKEN_MS = MINUTE
const WAITS = [0.25, 0.5, 1, 2, 5, 10].map((minutes) => minutes * MINUTE)
const BATCH = 50
const AT_ONCE = 8
const MOST_ROUNDS = 100

/** Takes a check, so that no other process asks as well. */
const take = async ({ _id, nextAt }: Check): Promise<boolean> => {
  const taken = { $set: { nextAt: new Date(clock.ms() + TAKEN_MS) }, $inc: { tries: 1 } }
  return (await CheckModel.updateOne({ _id, state: 'waiting', nextAt }, taken)).modifiedCount === 1
}

const ask = async (check: Check, openid: string): Promise<void> => {
  const { wechat, publicUrl } = moderationSettings()
  const { file, text } = check
  if (!file) return settleCheck(check, await wechat.checkText({ openid, content: text, scene: 3 }))
  const kind = file.mime.startsWith('audio/') ? 'audio' : 'image'
  const { traceId } = await wechat.checkMedia({ openid, url: `${publicUrl}${fileLink(file.id, LINK_SECONDS)}`, kind, scene: 3 })
  await awaitVerdict(check, traceId, new Date(clock.ms() + VERDICT_MS))
}

/** WeChat is away: publishing waits, but not beyond the two hours. */
const askLater = async ({ _id, at, tries }: Check): Promise<void> => {
  const wait = WAITS[Math.min(tries, WAITS.length - 1)] ?? MINUTE
  const nextAt = new Date(Math.min(clock.ms() + wait, Math.max(at.getTime() + ACTIVE_MS, clock.ms() + 1)))
  await CheckModel.updateOne({ _id, state: 'waiting' }, { $set: { nextAt } })
}

const handle = async (check: Check, openid: string | undefined): Promise<boolean> => {
  if (!(await take(check))) return false
  if (check.traceId) await leaveToPerson(check, WHY.noVerdict)
  else if (clock.ms() - check.at.getTime() >= ACTIVE_MS) await leaveToPerson(check, WHY.late)
  else if (!openid) await leaveToPerson(check, WHY.noAccount)
  else
    try {
      await ask(check, openid)
    } catch (error) {
      if (error instanceof CheckRefused) await leaveToPerson(check, WHY.refused(error.errcode))
      else if (error instanceof Unavailable) await askLater(check)
      else throw error
    }
  return true
}

const handleAll = async (due: Check[]): Promise<number> => {
  const openids = await openidsOf([...new Set(due.map((check) => check.personId))])
  let handled = 0
  for (let start = 0; start < due.length; start += AT_ONCE) {
    const some = due.slice(start, start + AT_ONCE)
    const done = await Promise.all(some.map((check) => handle(check, openids.get(check.personId))))
    handled += done.filter(Boolean).length
  }
  return handled
}

/** Asks WeChat about everything that is due, and gives to people what WeChat has not answered in time. Answers how many. */
export const askDue = async (): Promise<number> => {
  let total = 0
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const due = await CheckModel.find({ state: 'waiting', nextAt: { $lte: clock.now() } })
      .sort({ nextAt: 1 })
      .limit(BATCH)
      .lean<Check[]>()
    const handled = await handleAll(due)
    total += handled
    if (due.length < BATCH || handled === 0) break
  }
  return total
}
