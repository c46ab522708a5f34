import type { Session } from '@server/platform/database'
import { type AuditEntry, AuditEntryModel, type NewEntry } from './audit-entry.model'
import { extendChain } from './extend-chain'

/** What an earlier version entered without a place. */
interface LeftEntry extends NewEntry {
  open?: true
}
/** That version's index: where it never ran there is none, and nothing was left. */
const INDEX = 'open_1__id_1'
const BATCH = 500

const { collection } = AuditEntryModel
const hasLeft = (): Promise<boolean> => collection.indexExists(INDEX)

export const countLeft = async (): Promise<number> => ((await hasLeft()) ? collection.countDocuments({ open: true }, { hint: INDEX }) : 0)

const placeOf = ({ _id, seq, prev, digest }: AuditEntry) => ({
  updateOne: { filter: { _id }, update: { $set: { seq, prev, digest }, $unset: { open: '' } } },
})

/** Gives a place to what an earlier version left without one. */
export const placeLeft = async (): Promise<void> => {
  if (!(await hasLeft())) return
  const find = async (session: Session) => {
    const left = await collection.find<LeftEntry>({ open: true }, { session, hint: INDEX }).sort({ _id: 1 }).limit(BATCH).toArray()
    return left.map(({ open: _, ...entry }) => entry)
  }
  const write = async (entries: AuditEntry[], session: Session) => {
    await collection.bulkWrite(entries.map(placeOf), { session })
  }
  while ((await extendChain({ find, write })) === BATCH);
}
