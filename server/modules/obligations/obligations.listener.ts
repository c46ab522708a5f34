import { findPaper } from '@server/modules/papers'
import type { DomainEvent, Listener } from '@server/platform/outbox'
import type { PaperKind } from '@shared/papers/schemas'
import { createObligations } from './commands/create-obligations'
import { openJudicial } from './commands/open-judicial'
import { startPerformance } from './commands/start-performance'
import { voidPromises } from './commands/void-promises'

/** Papers that hold promises. */
const PROMISING: readonly PaperKind[] = ['agreement', 'oral']

const onPaper = async ({ data }: DomainEvent): Promise<void> => {
  const { kind, change } = data as { kind: PaperKind; change: string }
  if (!PROMISING.includes(kind) || (change !== 'effective' && change !== 'void')) return
  const paper = await findPaper(String(data.paperId))
  if (paper.status === 'void') return voidPromises(paper._id.toHexString())
  if (change === 'void' || !paper.effectiveAt) return
  const count = await createObligations(paper)
  // The court confirms what is written; an oral agreement has to be written down first.
  if (kind === 'agreement') await openJudicial(paper, paper.effectiveAt)
  if (count > 0) await startPerformance(paper.caseId.toHexString())
}

/** An agreement that takes effect makes obligations; a case that is agreed goes on to perform them. */
export const obligationListener: Listener = async (events) => {
  for (const event of events) {
    if (event.type === 'paper.changed') await onPaper(event)
    if (event.type === 'case.moved' && event.data.to === 'agreed') await startPerformance(String(event.data.caseId))
  }
}
