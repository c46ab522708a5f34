import type { Session } from '@server/platform/database'
import { type AuditEntry, AuditEntryModel, type OpenEntry } from './audit-entry.model'
import { extendChain } from './extend-chain'

const BATCH = 500
const MOST_BATCHES = 20

const { collection } = AuditEntryModel

export const countLeft = (): Promise<number> => collection.countDocuments({ open: true })

const placeOf = ({ _id, seq, prev, digest }: AuditEntry) => ({
  updateOne: { filter: { _id }, update: { $set: { seq, prev, digest }, $unset: { open: '' } } },
})

/** Gives a place to what was left without one. */
export const placeLeft = async (): Promise<void> => {
  const find = async (session: Session) => {
    const left = await collection.find<OpenEntry>({ open: true }, { session }).sort({ _id: 1 }).limit(BATCH).toArray()
    return left.map(({ open: _, ...entry }) => entry)
  }
  const write = async (entries: AuditEntry[], session: Session) => {
    await collection.bulkWrite(entries.map(placeOf), { session })
  }
  for (let batches = 0; batches < MOST_BATCHES; batches += 1) if ((await extendChain({ find, write })) < BATCH) return
}
