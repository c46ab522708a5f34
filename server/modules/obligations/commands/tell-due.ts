import { byOf, casesById, recordCaseEvent } from '@server/modules/cases'
import { clock } from '@server/platform/clock'
import { inTransaction, type ObjectId, type Session } from '@server/platform/database'
import { newEvent } from '@server/platform/outbox'
import type { CaseStatus } from '@shared/cases/words'
import { type Obligation, ObligationModel, type Step } from '../obligation.model'
import { idsOf } from '../obligation-ids'
import { isStale, stepAfter } from '../steps'
import { SENTENCES } from '../texts'

const BATCH = 100
/** Nothing more is expected of what was promised. */
const DROPPED: readonly CaseStatus[] = ['failed', 'withdrawn']

type Waiting = Obligation & { step: Step; nextAt: Date }

const tellCase = (obligation: Waiting, session: Session) => {
  const { step } = obligation
  const caseId = obligation.caseId.toHexString()
  // Reminders are no part of the case's history; that a promise was not kept is.
  const entry = {
    type: 'obligation.overdue',
    by: byOf('system', []),
    text: SENTENCES.overdue(obligation),
    audience: ['applicant' as const, 'respondent' as const, 'staff' as const],
  }
  const data = { ...idsOf(obligation), change: step, byPersonId: null }
  return recordCaseEvent({ caseId, ...(step === 'overdue' ? { entry } : {}), events: [newEvent('obligation.changed', data)], session })
}

/** Tells one step and goes on to the next, or does neither. */
const tell = async (obligation: Waiting, quiet: boolean): Promise<void> => {
  const { _id, step, dueOn } = obligation
  const next = quiet ? { step: null, nextAt: null } : stepAfter(step, dueOn)
  await inTransaction(async (session) => {
    const { modifiedCount } = await ObligationModel.updateOne({ _id, state: 'open', step }, { $set: next }, { session })
    if (modifiedCount === 1 && !quiet && !isStale(step, dueOn)) await tellCase(obligation, session)
  })
}

const waiting = (after: { nextAt: Date; _id: ObjectId } | undefined): Promise<Waiting[]> => {
  const rest = after ? { $or: [{ nextAt: { $gt: after.nextAt } }, { nextAt: after.nextAt, _id: { $gt: after._id } }] } : {}
  return ObligationModel.find({ state: 'open', nextAt: { $ne: null, $lte: clock.now() }, ...rest })
    .sort({ nextAt: 1, _id: 1 })
    .limit(BATCH)
    .lean<Waiting[]>()
}

/**
 * Tells of what is due soon, and of what is late; answers of how many. A job, safe to run twice: a step is taken by one
 * conditional write. What was not told while the service stood still is told one step after the other.
 */
export const tellDue = async (): Promise<number> => {
  let count = 0
  let batch: Waiting[]
  let last: Waiting | undefined
  do {
    batch = await waiting(last)
    const cases = await casesById(batch.map(({ caseId }) => caseId.toHexString()))
    for (const obligation of batch) {
      const status = cases.get(obligation.caseId.toHexString())?.status
      await tell(obligation, status === undefined || DROPPED.includes(status))
    }
    count += batch.length
    last = batch.at(-1)
  } while (batch.length === BATCH)
  return count
}
