import type { DomainEvent, Listener } from '@server/platform/outbox'
import { passUnread } from './commands/pass-unread'
import { casesById } from './queries/find-case'

/** Who had a case before a move and who has it since, as readers' keys; undefined when that is the same. */
const changeOf = ({ data }: DomainEvent): { from: string; to: string } | undefined => {
  const { ownerBefore: from, ownerAfter: to } = data
  return typeof from === 'string' && typeof to === 'string' && from !== to ? { from, to } : undefined
}

/** What follows within a case from its moves: unread messages go with it. Hearing the same again changes nothing. */
export const caseListener: Listener = async (events) => {
  const changes = events.flatMap((event) => {
    const change = event.type === 'case.moved' ? changeOf(event) : undefined
    return change ? [{ ...change, caseId: String(event.data.caseId) }] : []
  })
  if (changes.length === 0) return
  const docs = await casesById(changes.map(({ caseId }) => caseId))
  for (const { caseId, from, to } of changes) {
    const doc = docs.get(caseId)
    if (doc) await passUnread({ doc, from, to })
  }
}
