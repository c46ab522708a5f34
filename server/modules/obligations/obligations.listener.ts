import { findPaper } from '@server/modules/papers'
import type { DomainEvent, Listener } from '@server/platform/outbox'
import type { PaperKind } from '@shared/papers/schemas'
import { createObligations } from './commands/create-obligations'
import { endPromises } from './commands/end-promises'
import { openJudicial } from './commands/open-judicial'
import { replaceEarlier } from './commands/replace-earlier'
import { startPerformance } from './commands/start-performance'
import { isPromising } from './obligations.policy'

const onPaper = async ({ data }: DomainEvent): Promise<void> => {
  const { kind, change } = data as { kind: PaperKind; change: string }
  if (!isPromising(kind) || (change !== 'effective' && change !== 'void')) return
  const paper = await findPaper(String(data.paperId))
  const caseId = paper.caseId.toHexString()
  if (paper.status === 'void') return endPromises({ caseId, paperId: paper._id.toHexString() })
  if (change === 'void' || !paper.effectiveAt) return
  const count = await createObligations(paper)
  // Only then: of two that are heard of at once, the later finds and ends what the earlier has made.
  if (!(await replaceEarlier(paper))) return
  // The court confirms what is written; an oral agreement has to be written down first.
  if (kind === 'agreement') await openJudicial(paper, paper.effectiveAt)
  if (count > 0) await startPerformance(caseId)
}

/** An agreement that takes effect makes obligations; a case that is agreed goes on to perform them. */
export const obligationListener: Listener = async (events) => {
  for (const event of events) {
    if (event.type === 'paper.changed') await onPaper(event)
    if (event.type === 'case.moved' && event.data.to === 'agreed') await startPerformance(String(event.data.caseId))
  }
}
