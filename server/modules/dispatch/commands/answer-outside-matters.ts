import { type Case, casesById, moveCase } from '@server/modules/cases'
import { Conflict } from '@server/platform/errors'
import type { DomainEvent } from '@server/platform/outbox'

const answerOf = (doc: Case): string | undefined => doc.assignments?.find((one) => one.by === 'submission')?.answer

/** Returns what a rule says is no matter for us, with its words of where to go. Whatever has been moved meanwhile stays. */
export const answerOutsideMatters = async (events: readonly DomainEvent[]): Promise<void> => {
  const ids = events.filter(({ type, data }) => type === 'case.submitted' && data.answered === true).map(({ data }) => String(data.caseId))
  if (ids.length === 0) return
  for (const [caseId, doc] of await casesById(ids)) {
    const reason = answerOf(doc)
    if (reason === undefined || doc.revision !== 1) continue
    try {
      await moveCase({ actor: 'system', caseId, input: { move: 'return', revision: 1, reason } })
    } catch (error) {
      // Somebody of the centre was faster.
      if (!(error instanceof Conflict)) throw error
    }
  }
}
