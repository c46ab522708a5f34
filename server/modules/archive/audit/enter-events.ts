import { ObjectId } from '@server/platform/database'
import type { DomainEvent } from '@server/platform/outbox'
import { type AuditEntry, AuditEntryModel, type Witness } from './audit-entry.model'
import { digestsNow } from './witnesses'

const DUPLICATE = 11000

/** Writes entries that are not there yet; those that are stay as they are. */
export const insertEntries = async (entries: readonly AuditEntry[]): Promise<void> => {
  if (entries.length === 0) return
  try {
    await AuditEntryModel.collection.insertMany(entries as never[], { ordered: false })
  } catch (error) {
    const failures = (error as { writeErrors?: { code: number }[] }).writeErrors
    if (!failures || failures.some(({ code }) => code !== DUPLICATE)) throw error
  }
}

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

/** Enters every event into the audit, once for its id. */
export const enterEvents = async (events: readonly DomainEvent[]): Promise<void> => {
  const entries: AuditEntry[] = []
  for (const event of events) {
    const { id, at, type, data } = event
    const witness = await witnessOf(event)
    entries.push({ _id: new ObjectId(), ref: `event ${id}`, at, type, data, ...(witness ? { witness } : {}), open: true })
  }
  await insertEntries(entries)
}
