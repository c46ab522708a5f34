import { byOf, recordCaseEvent } from '@server/modules/cases'
import { clock } from '@server/platform/clock'
import { inTransaction } from '@server/platform/database'
import { newEvent } from '@server/platform/outbox'
import { EVERYONE } from '@shared/cases/words'
import { daysUntil } from '../days'
import { type Judicial, JudicialModel } from '../judicial.model'
import { judicialStep } from '../steps'
import { JUDICIAL_SENTENCES } from '../texts'

const BATCH = 100

type Waiting = Judicial & { step: number }

const remind = (judicial: Waiting): Promise<void> =>
  inTransaction(async (session) => {
    const { _id, step, lastDay } = judicial
    const caseId = judicial.caseId.toHexString()
    // Whoever hears of three days is not told of ten as well.
    const set = judicialStep(lastDay, Math.min(step, daysUntil(lastDay)))
    const { modifiedCount } = await JudicialModel.updateOne({ _id, state: 'open', step }, { $set: set }, { session })
    if (modifiedCount === 0) return
    await recordCaseEvent({ caseId, events: [newEvent('judicial.changed', { caseId, change: 'soon', byPersonId: null })], session })
  })

const miss = (judicial: Waiting): Promise<void> =>
  inTransaction(async (session) => {
    const caseId = judicial.caseId.toHexString()
    const set = { state: 'missed' as const, step: null, nextAt: null }
    const { modifiedCount } = await JudicialModel.updateOne({ _id: judicial._id, state: 'open' }, { $set: set }, { session })
    if (modifiedCount === 0) return
    await recordCaseEvent({
      caseId,
      entry: {
        type: 'judicial.missed',
        by: byOf('system', []),
        text: JUDICIAL_SENTENCES.missed,
        audience: [...EVERYONE],
      },
      events: [newEvent('judicial.changed', { caseId, change: 'missed', byPersonId: null })],
      session,
    })
  })

const waiting = (): Promise<Waiting[]> =>
  JudicialModel.find({ state: 'open', nextAt: { $ne: null, $lte: clock.now() } })
    .sort({ nextAt: 1, _id: 1 })
    .limit(BATCH)
    .lean<Waiting[]>()

/** Reminds of judicial confirmation ten and three days before the last, and notes that it was missed. A job, safe to run twice. */
export const tellJudicial = async (): Promise<number> => {
  let count = 0
  let batch: Waiting[]
  do {
    batch = await waiting()
    for (const judicial of batch) await (daysUntil(judicial.lastDay) < 0 ? miss(judicial) : remind(judicial))
    count += batch.length
    // Every one has gone on: to a later day, or out of this list.
  } while (batch.length === BATCH)
  return count
}
