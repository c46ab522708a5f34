import { clock } from '@server/platform/clock'
import type { MediaVerdict } from '@server/platform/wechat/push'
import { type Check, CheckModel } from '../check.model'
import { type Verdict, VerdictModel } from '../verdict.model'
import { settleCheck } from './settle-check'

/** Takes what WeChat pushed. Heard again, it changes nothing. */
export const hearVerdict = async ({ traceId, suggest, label }: MediaVerdict): Promise<void> => {
  // Kept first and looked for afterwards; whoever writes down the trace id does it in the other order: one of them sees both.
  await VerdictModel.updateOne({ _id: traceId }, { $setOnInsert: { suggest, label, at: clock.now() } }, { upsert: true })
  const check = await CheckModel.findOne({ traceId }, { subject: 1 }).lean<Check>()
  if (check) await settleCheck(check, { suggest, label })
}

/** Writes down under which trace id the verdict will come, until when it is waited for, and uses one that has come already. */
export const awaitVerdict = async (check: Check, traceId: string, until: Date): Promise<void> => {
  await CheckModel.updateOne({ _id: check._id, state: 'waiting' }, { $set: { traceId, nextAt: until } })
  const verdict = await VerdictModel.findById(traceId).lean<Verdict>()
  if (verdict) await settleCheck(check, verdict)
}
