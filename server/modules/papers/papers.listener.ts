import type { DomainEvent, Listener } from '@server/platform/outbox'
import { agreeCase } from './commands/agree-case'
import { draftCertificate } from './commands/draft-certificate'

const BINDING = ['agreement', 'oral']

const hear = async ({ id, type, data }: DomainEvent): Promise<void> => {
  if (typeof data.caseId !== 'string') return
  const takesEffect = type === 'paper.changed' && data.change === 'effective' && BINDING.includes(String(data.kind))
  if (takesEffect) await agreeCase(data.caseId)
  if (type === 'case.moved' && data.move === 'fail') await draftCertificate({ caseId: data.caseId, eventId: id })
}

/** Papers move their case, and the end of a case without an agreement makes a paper. */
export const paperListener: Listener = async (events) => {
  for (const event of events) await hear(event)
}
