import { model, type ObjectId } from '@server/platform/database'
import { Schema } from 'mongoose'
import { canonical } from '../canonical'
import { sm3 } from '../sm3'

/** Something else in the database that an entry vouches for: by its digest as it was then. */
export interface Witness {
  kind: 'read' | 'paper' | 'docket' | 'supplement'
  id: string
  digest: string
}
/** Something that happened or was read, to be entered. */
export interface NewEntry {
  _id: ObjectId
  /** What it is about: an event's id, a read's id. There is one entry for each. */
  ref: string
  at: Date
  type: string
  /** Ids and codes only. */
  data: Record<string, unknown>
  witness?: Witness
}
/** An entry without a place: the chain could not be extended when it came (or an earlier version, which placed them later, left it). */
export interface OpenEntry extends NewEntry {
  open: true
}
/** An entry in its place in a chain in which every one holds the digest of the one before it. */
export interface AuditEntry extends NewEntry {
  seq: number
  prev: string
  digest: string
}

const Mixed = Schema.Types.Mixed
const schema = new Schema<AuditEntry & Partial<OpenEntry>>(
  {
    ref: { type: String, required: true },
    at: { type: Date, required: true },
    type: { type: String, required: true },
    data: { type: Mixed, default: {} },
    witness: { type: Mixed, default: undefined },
    open: Boolean,
    seq: Number,
    prev: String,
    digest: String,
  },
  { versionKey: false, collection: 'auditEntries', minimize: false },
)
schema.index({ ref: 1 }, { unique: true })
// No place is given twice.
schema.index({ seq: 1 }, { unique: true, partialFilterExpression: { seq: { $exists: true } } })
// What waits for a place.
schema.index({ open: 1, _id: 1 }, { partialFilterExpression: { open: true } })

export const AuditEntryModel = model<AuditEntry & Partial<OpenEntry>>('AuditEntry', schema)

/** What stands before the first entry. */
export const GENESIS = '0'.repeat(64)

/** The digest of an entry in its place: of everything in it, and through `prev` of everything before it. */
export const digestOfEntry = (entry: Omit<AuditEntry, 'digest'>): string => {
  const { digest: _, _id, ...rest } = entry as AuditEntry
  return sm3(entry.prev + canonical({ ...rest, id: String(_id) }))
}
