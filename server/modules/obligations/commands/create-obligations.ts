import { byOf, recordCaseEvent } from '@server/modules/cases'
import type { Paper } from '@server/modules/papers'
import { clock } from '@server/platform/clock'
import { inTransaction, isDuplicate, ObjectId, type Session } from '@server/platform/database'
import { newEvent } from '@server/platform/outbox'
import { EVERYONE } from '@shared/cases/words'
import { type Obligation, ObligationModel } from '../obligation.model'
import { idsOf } from '../obligation-ids'
import { type Promised, splitPromises } from '../split-promises'
import { firstStep } from '../steps'
import { SENTENCES } from '../texts'

const build = (paper: Paper, promised: Promised): Obligation => ({
  _id: new ObjectId(),
  caseId: paper.caseId,
  paperId: paper._id.toHexString(),
  ...promised,
  state: 'open',
  revision: 0,
  note: '',
  files: [],
  claimedAt: null,
  doneAt: null,
  remindedOn: null,
  ...firstStep(promised.dueOn),
  voidAt: null,
  createdAt: clock.now(),
})

const insert = async (obligations: Obligation[], caseId: string, session: Session): Promise<void> => {
  await ObligationModel.collection.insertMany(obligations, { session })
  const [first] = obligations
  await recordCaseEvent({
    caseId,
    entry: {
      type: 'obligation.created',
      by: byOf('system', []),
      text: SENTENCES.created(obligations.length),
      audience: [...EVERYONE],
    },
    events: first ? [newEvent('obligation.changed', { ...idsOf(first), change: 'created', byPersonId: null })] : [],
    session,
  })
}

/** Lists what a paper that took effect promises, once however often it is told; answers how many obligations it has. */
export const createObligations = async (paper: Paper): Promise<number> => {
  const obligations = splitPromises(paper.promises).map((promised) => build(paper, promised))
  if (obligations.length === 0) return 0
  try {
    await inTransaction((session) => insert(obligations, paper.caseId.toHexString(), session))
  } catch (error) {
    if (!isDuplicate(error)) throw error
  }
  return obligations.length
}
