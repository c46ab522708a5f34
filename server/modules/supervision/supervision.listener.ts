import { casesById } from '@server/modules/cases'
import type { DomainEvent, Listener } from '@server/platform/outbox'
import { settleMoved } from './commands/settle-moved'
import { stopReply } from './commands/stop-reply'

const idOf = (event: DomainEvent): string => String(event.data.caseId)

/** What moves and messages end: the wait for a first reply, requests and questions. Hearing twice changes nothing. */
export const supervisionListener: Listener = async (events) => {
  const said = events.filter(({ type, data }) => type === 'message.sent' && data.room === 'applicant')
  const moved = events.filter(({ type }) => type === 'case.moved')
  if (said.length === 0 && moved.length === 0) return
  const docs = await casesById([...said, ...moved].map(idOf))
  for (const event of said) {
    const waits = docs.get(idOf(event))?.deadlines.some((one) => one.kind === 'reply' && one.open)
    if (waits) await stopReply({ caseId: idOf(event), byPersonId: String(event.data.byPersonId), at: event.at })
  }
  const ids = new Set(moved.map(idOf))
  await settleMoved(new Map([...docs].filter(([id]) => ids.has(id))))
}
