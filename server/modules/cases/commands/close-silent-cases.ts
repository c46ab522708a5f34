import { clock } from '@server/platform/clock'
import { AppError } from '@server/platform/errors'
import { caseCollection } from '../case.model'
import { moveCase } from './move-case'

const BATCH = 200

/** Closes resolved cases whose applicant has not answered within the time for it; answers how many. A job, safe to run twice. */
export const closeSilentCases = async (): Promise<number> => {
  let closed = 0
  for (;;) {
    const due = await caseCollection()
      .find({ status: 'resolved', dueAt: { $lte: clock.now() } }, { projection: { revision: 1 } })
      .sort({ dueAt: 1 })
      .limit(BATCH)
      .toArray()
    let moved = 0
    for (const { _id, revision } of due) {
      try {
        await moveCase({
          actor: 'system',
          caseId: _id.toHexString(),
          input: { move: 'confirm', revision, reason: '申请人未回复，到期自动办结' },
        })
        moved += 1
      } catch (error) {
        // The applicant spoke at this very moment: then that counts.
        if (!(error instanceof AppError)) throw error
      }
    }
    closed += moved
    if (due.length < BATCH || moved === 0) return closed
  }
}
