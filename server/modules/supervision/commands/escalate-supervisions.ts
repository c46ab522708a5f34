import { recordCaseEvent } from '@server/modules/cases'
import { addWorkingHours, rulesOf, rulesVersion } from '@server/modules/deadlines'
import { regionName } from '@server/modules/regions'
import { clock } from '@server/platform/clock'
import { inTransaction } from '@server/platform/database'
import { newEvent } from '@server/platform/outbox'
import { nextSupervisors } from '../queries/next-supervisors'
import { type Supervision, SupervisionModel } from '../supervision.model'

const BATCH = 100

/** One step up for one late reply: of several processes one makes it. */
const escalate = async (supervision: Supervision): Promise<boolean> => {
  const { _id, caseId, regionCode, escalateAt, escalatedTo } = supervision
  const region = await nextSupervisors({ regionCode, told: escalatedTo })
  const next = addWorkingHours({ from: clock.now(), hours: rulesOf(rulesVersion()).escalateHours })
  const update = region === undefined ? { $unset: { escalateAt: '' } } : { $set: { escalateAt: next, escalatedTo: region } }
  return inTransaction(async (session) => {
    const { modifiedCount } = await SupervisionModel.updateOne({ _id, state: 'waiting', escalateAt }, update, { session })
    if (modifiedCount === 0) return false
    if (region === undefined) return true
    await recordCaseEvent({
      caseId,
      entry: {
        type: 'supervision.overdue',
        by: { personId: null, name: '', side: 'system' },
        text: `督办到期未回复，已报${regionName(region)}督查`,
        audience: ['staff'],
      },
      events: [newEvent('deadline.escalated', { caseId, regionCode: region, supervisionId: _id.toHexString() })],
      session,
    })
    return true
  })
}

/** Tells the next level above of questions to which no reply has come in time; answers of how many. A job. */
export const escalateSupervisions = async (): Promise<number> => {
  let count = 0
  for (;;) {
    const late = await SupervisionModel.find({ escalateAt: { $lte: clock.now() } })
      .sort({ escalateAt: 1 })
      .limit(BATCH)
      .lean<Supervision[]>()
    let done = 0
    for (const one of late) if (await escalate(one)) done += 1
    count += done
    if (late.length < BATCH || done === 0) return count
  }
}
