import { ObjectId } from '@server/platform/database'
import type { DomainEvent } from '@server/platform/outbox'
import { appendEntries } from './append-entries'
import type { NewEntry, Witness } from './audit-entry.model'
import { digestsNow } from './witnesses'

/** What an event vouches for: the paper that took effect by it, the file that was frozen, what came to it. */
const witnessOf = async ({ type, data }: DomainEvent): Promise<Witness | undefined> => {
  const about =
    type === 'paper.changed' && data.change === 'effective'
      ? { kind: 'paper' as const, id: String(data.paperId) }
      : type === 'docket.changed' && data.change === 'frozen'
        ? { kind: 'docket' as const, id: String(data.caseId) }
        : type === 'docket.changed' && data.supplementId
          ? { kind: 'supplement' as const, id: String(data.supplementId) }
          : undefined
  if (!about) return undefined
  const [digest = ''] = await digestsNow([{ ...about, digest: '' }])
  return digest === '' ? undefined : { ...about, digest }
}

/** Enters every event into the audit, once for its id: when this resolves it has its place in the chain. */
export const enterEvents = async (events: readonly DomainEvent[]): Promise<void> => {
  const entries: NewEntry[] = []
  for (const event of events) {
    const { id, at, type, data } = event
    const witness = await witnessOf(event)
    entries.push({ _id: new ObjectId(), ref: `event ${id}`, at, type, data, ...(witness ? { witness } : {}) })
  }
  await appendEntries(entries)
}
