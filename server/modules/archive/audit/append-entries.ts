import { database, isDuplicate, type Session, writeError } from '@server/platform/database'
import { insertMissing } from '@server/platform/insert-missing'
import { type AuditEntry, AuditEntryModel, type NewEntry, type OpenEntry } from './audit-entry.model'
import { extendChain } from './extend-chain'

/** Those that are not there yet, each once: what is told at least once may come again. */
const missingOf = async (entries: readonly NewEntry[], session: Session): Promise<NewEntry[]> => {
  const byRef = new Map(entries.map((entry) => [entry.ref, entry]))
  const options = { projection: { _id: 0, ref: 1 }, batchSize: entries.length + 1, session }
  const there = await AuditEntryModel.collection.find({ ref: { $in: [...byRef.keys()] } }, options).toArray()
  for (const { ref } of there) byRef.delete(ref)
  return [...byRef.values()]
}

/**
 * By one bare command, as in `platform/insert-missing.ts`. What is undefined is left out as it is in the digest; it would
 * be stored as null.
 */
const insert = async (documents: AuditEntry[], session: Session): Promise<void> => {
  const command = { insert: AuditEntryModel.collection.collectionName, documents }
  const { writeErrors } = await database().command(command, { session, ignoreUndefined: true })
  const failure = writeErrors?.[0]
  if (failure) throw writeError(failure)
}

/**
 * Appends entries that are not there yet to the chain, in their order; those that are stay as they are. Where the chain is
 * broken (its head is gone, or lies behind) they are kept without a place: whatever else follows from an event must not wait
 * until somebody has mended it. Answers how many got a place.
 */
export const appendEntries = async (entries: readonly NewEntry[]): Promise<number> => {
  if (entries.length === 0) return 0
  try {
    return await extendChain({ find: (session) => missingOf(entries, session), write: insert })
  } catch (error) {
    if (!isDuplicate(error)) throw error
    await insertMissing(
      AuditEntryModel.collection,
      entries.map((entry): OpenEntry => ({ ...entry, open: true })),
    )
    return 0
  }
}
