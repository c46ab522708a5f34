import { inTransaction } from '@server/platform/database'
import { type AuditEntry, AuditEntryModel, digestOfEntry, type SealedEntry } from './audit-entry.model'
import { ensureHead, type Head, moveHead, readHead } from './audit-head'
import { enterReads } from './enter-reads'

const BATCH = 500
const MOST_BATCHES = 100

/** Gives entries their places behind the head. */
const chained = (entries: readonly AuditEntry[], head: Head): SealedEntry[] => {
  let { last: seq, digest: prev } = head
  return entries.map((entry) => {
    const { open: _, ...rest } = entry
    seq += 1
    const placed = { ...rest, seq, prev }
    prev = digestOfEntry(placed)
    return { ...placed, digest: prev }
  })
}

/** All or nothing, and with the head: of several who seal at once one goes on, and no link is ever wrong. */
const write = (entries: readonly SealedEntry[], head: Head): Promise<boolean> =>
  inTransaction(async (session) => {
    const end = entries.at(-1)
    if (!end || !(await moveHead(head, { last: end.seq, digest: end.digest }, session))) return false
    const writes = entries.map(({ _id, seq, prev, digest }) => ({
      updateOne: { filter: { _id, open: true }, update: { $set: { seq, prev, digest }, $unset: { open: '' } } },
    }))
    const { matchedCount } = await AuditEntryModel.collection.bulkWrite(writes as never[], { session })
    if (matchedCount !== entries.length) throw new Error('An entry that was to be sealed is gone or sealed already')
    return true
  })

/** Seals what has come since the last run into the chain, in the order in which it was entered. Answers how many entries. */
export const sealEntries = async (): Promise<number> => {
  await enterReads()
  await ensureHead()
  let count = 0
  for (let batches = 0; batches < MOST_BATCHES; batches += 1) {
    const head = await readHead()
    const entries = await AuditEntryModel.find({ open: true }).sort({ _id: 1 }).limit(BATCH).lean<AuditEntry[]>()
    if (entries.length === 0 || !(await write(chained(entries, head), head))) return count
    count += entries.length
  }
  return count
}
