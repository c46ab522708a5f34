import { byOf, recordCaseEvent } from '@server/modules/cases'
import type { Actor } from '@server/platform/actor'
import type { Session } from '@server/platform/database'
import { newEvent } from '@server/platform/outbox'
import type { Relation } from '@shared/cases/words'
import type { Paper } from '../paper.model'

/** The tail of the event's and of the timeline entry's type. */
export type PaperEvent = 'presented' | 'corrected' | 'signing' | 'signed' | 'objected' | 'effective' | 'void'

/** Writes what became of a paper into its case, in the paper's own transaction, and tells those who listen. */
export const tellCase = async (options: {
  paper: Paper
  /** Nothing is told to listeners of what was taken back: it is corrected or given up next. */
  change: PaperEvent | 'takenBack'
  text: string
  actor: Actor | 'system'
  relations: readonly Relation[]
  /** What must hold for the case. */
  where?: Record<string, unknown>
  set?: Record<string, unknown>
  session: Session
}): Promise<void> => {
  const { paper, change, text, actor, relations, where, set, session } = options
  const caseId = paper.caseId.toHexString()
  const byPersonId = actor === 'system' ? null : actor.personId
  const data = { caseId, paperId: paper._id.toHexString(), kind: paper.kind, change, byPersonId }
  await recordCaseEvent({
    caseId,
    ...(where ? { where } : {}),
    ...(set ? { set } : {}),
    entry: { type: `paper.${change}`, by: byOf(actor, relations), text, audience: [...paper.sides, 'staff'] },
    events: change === 'takenBack' ? [] : [newEvent('paper.changed', data)],
    session,
  })
}
