import { unauditedReads } from '@server/modules/cases'
import { type AuditEntry, AuditEntryModel, digestOfEntry, GENESIS } from './audit-entry.model'
import { readHead } from './audit-head'
import { countLeft } from './place-left'
import { digestsNow } from './witnesses'

/** The first thing that is not as it was; `id` is empty for entries that are gone. */
export interface BadEntry {
  id: string
  seq: number
  type: string
  why: 'changed' | 'missing' | 'order' | 'source'
  /** source: what it vouches for. */
  about: string
}
export interface AuditReport {
  checked: number
  /** What has no place in the chain yet: reads that are entered next (no more than 1000 are counted), and entries without a place. */
  waiting: number
  bad: BadEntry | null
}

const BATCH = 500
const MOST_WAITING = 1000
const countWaiting = async (): Promise<number> => (await unauditedReads(MOST_WAITING)).length + (await countLeft())

const badOf = (entry: AuditEntry, why: BadEntry['why'], about = ''): BadEntry => ({
  id: String(entry._id),
  seq: entry.seq,
  type: entry.type,
  why,
  about,
})

interface Place {
  seq: number
  digest: string
}

/** What is wrong with an entry in its place. */
const faultOf = (entry: AuditEntry, before: Place): BadEntry | undefined => {
  if (digestOfEntry(entry) !== entry.digest) return badOf(entry, 'changed')
  if (entry.seq !== before.seq + 1) return badOf(entry, 'missing', `${before.seq + 1}`)
  return entry.prev === before.digest ? undefined : badOf(entry, 'order')
}

const checkSources = async (entries: readonly AuditEntry[]): Promise<BadEntry | undefined> => {
  const vouching = entries.flatMap((entry) => (entry.witness ? [{ entry, witness: entry.witness }] : []))
  const digests = await digestsNow(vouching.map(({ witness }) => witness))
  const at = vouching.findIndex(({ witness }, index) => digests[index] !== witness.digest)
  const found = vouching[at]
  return found && badOf(found.entry, 'source', `${found.witness.kind} ${found.witness.id}`)
}

/** Checks a run of entries: their links, then what they vouch for; the first fault in their order. */
const checkBatch = async (entries: readonly AuditEntry[], before: Place): Promise<{ after: Place; good: number; bad?: BadEntry }> => {
  let place = before
  let fault: BadEntry | undefined
  let good = 0
  for (const entry of entries) {
    fault = faultOf(entry, place)
    if (fault) break
    place = { seq: entry.seq, digest: entry.digest }
    good += 1
  }
  const bad = (await checkSources(entries.slice(0, good))) ?? fault
  return { after: place, good, bad }
}

const checkEnd = async (end: Place): Promise<BadEntry | null> => {
  const head = await readHead()
  if (head.last === end.seq && head.digest === end.digest) return null
  // Entered while we were looking: the end has moved on by itself.
  const further = await AuditEntryModel.exists({ seq: head.last, digest: head.digest })
  if (head.last > end.seq && further) return null
  if (head.last > end.seq) return { id: '', seq: end.seq + 1, type: '', why: 'missing', about: `${head.last}` }
  return { id: '', seq: end.seq, type: '', why: 'order', about: `${head.last}` }
}

/** Recomputes the whole chain, and the digests of what its entries vouch for. Finds what was changed, removed, added or moved. */
export const verifyAudit = async (): Promise<AuditReport> => {
  let place: Place = { seq: 0, digest: GENESIS }
  let checked = 0
  const waiting = await countWaiting()
  let from = Number.NEGATIVE_INFINITY
  for (;;) {
    const entries = await AuditEntryModel.find({ seq: { $exists: true, $gt: from } })
      .sort({ seq: 1 })
      .limit(BATCH)
      .lean<AuditEntry[]>()
    const last = entries.at(-1)
    if (!last) return { checked, waiting, bad: await checkEnd(place) }
    const { after, good, bad } = await checkBatch(entries, place)
    checked += good
    if (bad) return { checked, waiting, bad }
    place = after
    from = last.seq
  }
}
