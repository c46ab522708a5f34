import { byOf, recordCaseEvent } from '@server/modules/cases'
import { clock } from '@server/platform/clock'
import { inTransaction, type Session } from '@server/platform/database'
import { EVERYONE } from '@shared/cases/words'
import { type Judicial, JudicialModel } from '../judicial.model'
import { ObligationModel } from '../obligation.model'
import { JUDICIAL_PENDING } from '../obligations.policy'
import { SENTENCES } from '../texts'

interface Agreement {
  caseId: string
  paperId: string
}

const end = async ({ caseId, paperId }: Agreement, session: Session): Promise<void> => {
  const over = { $set: { voidAt: clock.now(), step: null, nextAt: null } }
  await ObligationModel.updateMany({ paperId, voidAt: null }, over, { session })
  const judicial = await JudicialModel.findOneAndUpdate({ agreementId: paperId, voidAt: null }, over, { session }).lean<Judicial>()
  if (!judicial || !JUDICIAL_PENDING.includes(judicial.state)) return
  // The timeline is what `can` looks at: nothing is left that a court could be asked to confirm.
  await recordCaseEvent({
    caseId,
    entry: {
      type: 'judicial.ended',
      by: byOf('system', []),
      text: SENTENCES.judicialEnded,
      audience: [...EVERYONE],
    },
    session,
  })
}

/**
 * An agreement that was given up, or replaced by a later one, binds nobody: what it promised is no longer counted or
 * reminded of. What was kept or let off by then stays as history. Told twice, it does no harm.
 */
export const endPromises = (agreement: Agreement): Promise<void> => inTransaction((session) => end(agreement, session))
