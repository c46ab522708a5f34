import { byOf, findCase, recordCaseEvent } from '@server/modules/cases'
import type { Paper } from '@server/modules/papers'
import { inTransaction, isDuplicate, ObjectId } from '@server/platform/database'
import { newEvent } from '@server/platform/outbox'
import { courtOf } from '../court'
import { lastDayOf } from '../days'
import { JudicialModel } from '../judicial.model'
import { judicialStep } from '../steps'
import { JUDICIAL_SENTENCES } from '../texts'

/** People's Mediation Law, article 33. */
const DAYS = 30

/** Begins the thirty days in which both sides can ask the court to confirm an agreement; once for an agreement. */
export const openJudicial = async (paper: Paper, effectiveAt: Date): Promise<void> => {
  const caseId = paper.caseId.toHexString()
  const { regionCode } = await findCase(caseId)
  const lastDay = lastDayOf(effectiveAt, DAYS)
  const judicial = {
    _id: new ObjectId(),
    caseId: paper.caseId,
    agreementId: paper._id.toHexString(),
    state: 'open' as const,
    effectiveAt,
    lastDay,
    court: courtOf(regionCode),
    courtNumber: '',
    ...judicialStep(lastDay),
    voidAt: null,
  }
  const entry = {
    type: 'judicial.open',
    by: byOf('system', []),
    text: `${JUDICIAL_SENTENCES.open}（最后一天：${lastDay}）`,
    audience: ['applicant' as const, 'respondent' as const, 'staff' as const],
  }
  try {
    await inTransaction(async (session) => {
      await JudicialModel.collection.insertOne({ ...judicial }, { session })
      const event = newEvent('judicial.changed', { caseId, change: 'open', byPersonId: null })
      await recordCaseEvent({ caseId, entry, events: [event], session })
    })
  } catch (error) {
    if (!isDuplicate(error)) throw error
  }
}
