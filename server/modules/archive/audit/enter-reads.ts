import { markReadsAudited, type ReadEntry, unauditedReads } from '@server/modules/cases'
import { ObjectId } from '@server/platform/database'
import { appendEntries } from './append-entries'
import type { NewEntry } from './audit-entry.model'
import { placeLeft } from './place-left'
import { digestOfRead } from './witnesses'

const BATCH = 500
const MOST_BATCHES = 40

const entryOf = (read: ReadEntry): NewEntry => {
  const { _id, caseId, at, personId, role, what } = read
  const id = _id.toHexString()
  return {
    _id: new ObjectId(),
    ref: `read ${id}`,
    at,
    type: 'read',
    data: { caseId: caseId.toHexString(), personId, role, what },
    witness: { kind: 'read', id, digest: digestOfRead(read) },
  }
}

/**
 * Enters what the staff has read into the audit. Killed in between, it goes on where it was: entries are made once. Answers
 * how many.
 */
export const enterReads = async (): Promise<number> => {
  await placeLeft()
  let count = 0
  for (let batches = 0; batches < MOST_BATCHES; batches += 1) {
    const reads = await unauditedReads(BATCH)
    if (reads.length === 0) return count
    count += await appendEntries(reads.map(entryOf))
    await markReadsAudited(reads.map((read) => read._id))
    if (reads.length < BATCH) return count
  }
  return count
}
