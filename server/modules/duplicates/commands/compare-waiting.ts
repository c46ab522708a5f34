import { type Case, casesById } from '@server/modules/cases'
import { isBusy } from '@server/platform/busy'
import { ObjectId } from '@server/platform/database'
import { insertMissing } from '@server/platform/insert-missing'
import { newEvent, pendingInsert } from '@server/platform/outbox'
import { chainOf } from '@shared/regions/schemas'
import type { Fingerprint } from '../fingerprint.model'
import { inOrder } from '../in-order'
import { likenessTo } from '../likeness/likeness'
import { unpackTerms } from '../likeness/pack'
import type { Rarity } from '../likeness/rarity'
import { sharedWords } from '../likeness/shared-words'
import { type Pair, PairModel, type SimilarWhy } from '../pair.model'
import { type Candidate, findCandidates } from '../queries/find-candidates'
import { knownRarity } from '../rarity-memory'
import { metresOf, whySimilar } from '../similar.policy'
import { noteCompared, oldestUncompared } from '../uncompared.model'
import { takeFingerprints, wordsOf } from './take-fingerprints'

/** At once: comparing must not take the machine from those who wait for an answer. */
const BATCH = 30
/** How long batches follow each other while nobody needs the machine. */
const MOST_MS = 3000
/** The likeliest are enough to decide on. */
const MOST_PAIRS = 3

interface Found {
  other: Candidate
  likeness: number
  why: SimilarWhy
}

const idOf = ({ _id }: Pick<Fingerprint, '_id'>): string => _id.toHexString()

const compare = async (print: Fingerprint, rarity: Rarity): Promise<Found[]> => {
  const candidates = await findCandidates(print)
  const likenessOf = likenessTo({ terms: unpackTerms(print.terms.buffer), marks: print.marks }, rarity)
  const found = candidates.flatMap((other) => {
    if (other._id.equals(print._id)) return []
    const likeness = likenessOf({ terms: other.terms.buffer, marks: other.marks })
    const why = whySimilar(print, other, likeness)
    return why ? [{ other, likeness, why }] : []
  })
  return found.sort((one, two) => two.likeness - one.likeness).slice(0, MOST_PAIRS)
}

const pairOf = (options: { one: Case; other: Case; found: Found; metres: number | null; rarity: Rarity; tells: boolean }): Pair => {
  const { one, other, found, metres, rarity, tells } = options
  const [older, newer] = inOrder(one, other)
  const _id = new ObjectId()
  const event = newEvent('similar.found', { caseId: newer._id.toHexString(), pairId: _id.toHexString() })
  return {
    _id,
    older: older._id,
    newer: newer._id,
    caseIds: [older._id, newer._id],
    why: found.why,
    likeness: Math.round(found.likeness * 100) / 100,
    state: 'proposed',
    metres,
    words: sharedWords(wordsOf(one), wordsOf(other), rarity),
    regions: [...new Set([...chainOf(older.regionCode), ...chainOf(newer.regionCode)])],
    open: one.open && other.open,
    ...(tells ? pendingInsert([event]) : {}),
  }
}

/** Whether the two are handled together already: there is nothing to propose. */
const areLinked = (one: Case, other: Case): boolean => {
  const ids = [one._id.toHexString(), other._id.toHexString()]
  return ids.includes(one.leadId ?? '') || ids.includes(other.leadId ?? '') || (one.leadId !== undefined && one.leadId === other.leadId)
}

interface Compared {
  print: Fingerprint
  found: Found[]
}

/** The likest of each case's candidates. */
const compareEach = async (prints: readonly Fingerprint[], rarity: Rarity, failures: unknown[]): Promise<Compared[]> => {
  const compared: Compared[] = []
  for (const print of prints) {
    try {
      compared.push({ print, found: await compare(print, rarity) })
      rarity.add(unpackTerms(print.terms.buffer).keys())
    } catch (error) {
      // One that cannot be compared must not hold up those behind it.
      failures.push(error)
    }
  }
  return compared
}

const pairsOf = ({ print, found }: Compared, docs: ReadonlyMap<string, Case>, rarity: Rarity): Pair[] => {
  const one = docs.get(print._id.toHexString())
  if (!one?.open) return []
  const pairs: Pair[] = []
  for (const each of found) {
    const other = docs.get(each.other._id.toHexString())
    if (!other || areLinked(one, other)) continue
    // One word for a case, of the likeliest.
    const tells = pairs.length === 0
    pairs.push(pairOf({ one, other, found: each, metres: metresOf(print, each.other), rarity, tells }))
  }
  return pairs
}

/** Answers how many it has gone through; what is read and written for all of them together is. */
const compareBatch = async (): Promise<number> => {
  const ids = await oldestUncompared(BATCH)
  if (ids.length === 0) return 0
  const prints = await takeFingerprints(ids.map((_id) => _id.toHexString()))
  const rarity = await knownRarity()
  const failures: unknown[] = []
  const compared = await compareEach(prints, rarity, failures)
  const alike = compared.filter(({ found }) => found.length > 0)
  const docs = await casesById(alike.flatMap(({ print, found }) => [print, ...found.map(({ other }) => other)]).map(idOf))
  // Some were found from the other case, or somebody has merged the two already: those are there.
  await insertMissing(
    PairModel.collection,
    alike.flatMap((each) => pairsOf(each, docs, rarity)),
  )
  // One that fails where others do not is given up, or it would be the oldest for ever. When all fail, it is not their fault.
  if (compared.length > 0 || failures.length === 0) await noteCompared(ids)
  if (failures.length > 0) throw failures[0]
  return ids.length
}

/**
 * Compares cases that have not been compared yet, the oldest first, and proposes those that look like one matter;
 * answers how many it went through. A job: twice over it finds the same pairs, which are stored once. A few at a time
 * while the process is busy, for nobody waits for this; the rest as soon as it is not.
 */
export const compareWaiting = async (): Promise<number> => {
  const until = performance.now() + MOST_MS
  let total = 0
  for (;;) {
    const count = await compareBatch()
    total += count
    if (count < BATCH || performance.now() > until || (await isBusy())) return total
  }
}
