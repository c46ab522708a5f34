import { markReadsAudited, type ReadEntry, unauditedReads } from '@server/modules/cases'
import { ObjectId } from '@server/platform/database'
import type { AuditEntry } from './audit-entry.model'
import { insertEntries } from './enter-events'
import { digestOfRead } from './witnesses'

const BATCH = 1000
const MOST_BATCHES = 20

const entryOf = (read: ReadEntry): AuditEntry => {
  const { _id, caseId, at, personId, role, what } = read
  const id = _id.toHexString()
  return {
    _id: new ObjectId(),
    ref: `read ${id}`,
    at,
    type: 'read',
    data: { caseId: caseId.toHexString(), personId, role, what },
    witness: { kind: 'read', id, digest: digestOfRead(read) },
    open: true,
  }
}

/** Enters what the staff has read into the audit. Killed in between, it goes on where it was: entries are made once. */
export const enterReads = async (): Promise<void> => {
  for (let batches = 0; batches < MOST_BATCHES; batches += 1) {
    const reads = await unauditedReads(BATCH)
    if (reads.length === 0) return
    await insertEntries(reads.map(entryOf))
    await markReadsAudited(reads.map((read) => read._id))
    if (reads.length < BATCH) return
  }
}
