import { type Case, casesById } from '@server/modules/cases'
import { isDuplicate, ObjectId } from '@server/platform/database'
import { newEvent, pendingInsert } from '@server/platform/outbox'
import { chainOf } from '@shared/regions/schemas'
import { type Fingerprint, FingerprintModel, fingerprints } from '../fingerprint.model'
import { inOrder } from '../in-order'
import { likenessOf } from '../likeness/likeness'
import { unpackTerms } from '../likeness/pack'
import type { Rarity } from '../likeness/rarity'
import { sharedWords } from '../likeness/shared-words'
import { type Pair, PairModel, type SimilarWhy } from '../pair.model'
import { findCandidates } from '../queries/find-candidates'
import { knownRarity } from '../rarity-memory'
import { metresOf, whySimilar } from '../similar.policy'
import { wordsOf } from './take-fingerprints'

/** In one run: comparing must not take the machine from those who wait for an answer. */
const MOST_IN_ONE_RUN = 60
/** The likeliest are enough to decide on. */
const MOST_PAIRS = 3

interface Found {
  other: Fingerprint
  likeness: number
  why: SimilarWhy
}

const compare = async (print: Fingerprint, rarity: Rarity): Promise<Found[]> => {
  const candidates = await findCandidates(print)
  const own = { terms: unpackTerms(print.terms.buffer), marks: print.marks }
  const found = candidates.flatMap((other) => {
    if (other._id.equals(print._id)) return []
    const likeness = likenessOf(own, { terms: unpackTerms(other.terms.buffer), marks: other.marks }, rarity)
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

const store = async (pair: Pair): Promise<void> => {
  try {
    await PairModel.collection.insertOne(pair)
  } catch (error) {
    // It was found from the other case, or somebody has merged the two already.
    if (!isDuplicate(error)) throw error
  }
}

/** Whether the two are handled together already: there is nothing to propose. */
const areLinked = (one: Case, other: Case): boolean => {
  const ids = [one._id.toHexString(), other._id.toHexString()]
  return ids.includes(one.leadId ?? '') || ids.includes(other.leadId ?? '') || (one.leadId !== undefined && one.leadId === other.leadId)
}

const propose = async (print: Fingerprint, rarity: Rarity): Promise<void> => {
  const found = await compare(print, rarity)
  if (found.length === 0) return
  const docs = await casesById([print._id, ...found.map(({ other }) => other._id)].map((id) => id.toHexString()))
  const one = docs.get(print._id.toHexString())
  if (!one?.open) return
  let tells = true
  for (const each of found) {
    const other = docs.get(each.other._id.toHexString())
    if (!other || areLinked(one, other)) continue
    await store(pairOf({ one, other, found: each, metres: metresOf(print, each.other), rarity, tells }))
    // One word for a case, of the likeliest.
    tells = false
  }
}

/**
 * Compares cases that have not been compared yet, the oldest first, and proposes those that look like one matter;
 * answers how many it compared. A job: twice over it finds the same pairs, which are stored once.
 */
export const compareWaiting = async (): Promise<number> => {
  const waiting = await fingerprints().find({ waiting: true }).sort({ _id: 1 }).limit(MOST_IN_ONE_RUN).toArray()
  if (waiting.length === 0) return 0
  const rarity = await knownRarity()
  const failures: unknown[] = []
  for (const print of waiting) {
    try {
      await propose(print, rarity)
      rarity.add(unpackTerms(print.terms.buffer).keys())
      await FingerprintModel.updateOne({ _id: print._id }, { $unset: { waiting: 1 } })
    } catch (error) {
      // One that cannot be compared must not hold up those behind it.
      failures.push(error)
    }
  }
  if (failures.length > 0) throw failures[0]
  return waiting.length
}
