import { recordCaseEvent } from '@server/modules/cases'
import { clock } from '@server/platform/clock'
import { inTransaction } from '@server/platform/database'
import { newEvent } from '@server/platform/outbox'
import { type FollowUp, FollowUpModel } from '../follow-up.model'

const BATCH = 100

const tell = (followUp: FollowUp): Promise<void> =>
  inTransaction(async (session) => {
    const { _id } = followUp
    const caseId = followUp.caseId.toHexString()
    const { modifiedCount } = await FollowUpModel.updateOne({ _id, state: 'open', told: false }, { $set: { told: true } }, { session })
    if (modifiedCount === 0) return
    const data = { caseId, followUpId: _id.toHexString(), change: 'due', byPersonId: null }
    await recordCaseEvent({ caseId, events: [newEvent('followUp.changed', data)], session })
  })

/** Tells of follow-ups whose day has come, each once; answers how many. A job, safe to run twice. */
export const tellFollowUps = async (): Promise<number> => {
  let count = 0
  let batch: FollowUp[]
  do {
    batch = await FollowUpModel.find({ state: 'open', told: false, dueAt: { $lte: clock.now() } })
      .sort({ dueAt: 1, _id: 1 })
      .limit(BATCH)
      .lean<FollowUp[]>()
    for (const followUp of batch) await tell(followUp)
    count += batch.length
  } while (batch.length === BATCH)
  return count
}
