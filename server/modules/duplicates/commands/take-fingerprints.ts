import { type Case, findFields } from '@server/modules/cases'
import { clock } from '@server/platform/clock'
import type { ObjectId } from '@server/platform/database'
import { insertMissing } from '@server/platform/insert-missing'
import { topOf } from '@shared/cases/categories'
import type { CaseKind } from '@shared/cases/words'
import mongoose from 'mongoose'
import { type Fingerprint, FingerprintModel } from '../fingerprint.model'
import { marksOf } from '../likeness/marks'
import { packTerms } from '../likeness/pack'
import { KEYS, type Rarity, tellingTerms } from '../likeness/rarity'
import { type Terms, termsOf } from '../likeness/terms'
import { knownRarity } from '../rarity-memory'
import { LOOK_BACK_MS, townshipOf } from '../similar.policy'

const READ = ['kind', 'category', 'title', 'text', 'regionCode', 'location', 'parties', 'createdAt', 'closedAt'] as const
/** What a fingerprint is taken of. */
type Brought = Pick<Case, '_id' | (typeof READ)[number]>

/** Of very long texts the terms that tell least are left out. */
const MOST_TERMS = 600

/** What is compared: the title too, unless it is only the text's beginning. */
export const wordsOf = ({ title, text }: Pick<Case, 'title' | 'text'>): string => {
  const start = title.replace(/…$/, '')
  return text.includes(start) ? text : `${title}\n${text}`
}

const bounded = (terms: Terms, rarity: Rarity): Terms =>
  terms.size <= MOST_TERMS ? terms : new Map(tellingTerms(terms, rarity, MOST_TERMS).map((term) => [term, terms.get(term) ?? 1]))

const printOf = (doc: Brought, rarity: Rarity): Fingerprint => {
  const words = wordsOf(doc)
  const terms = bounded(termsOf(words), rarity)
  return {
    _id: doc._id,
    kind: doc.kind,
    top: topOf(doc.category),
    regionCode: doc.regionCode,
    township: townshipOf(doc.regionCode),
    ...(doc.location ? { point: doc.location } : {}),
    at: doc.createdAt,
    personIds: doc.parties.filter(({ side, part }) => side === 'applicant' && part === 'party').map(({ personId }) => personId),
    keys: tellingTerms(terms, rarity, KEYS),
    terms: new mongoose.mongo.Binary(packTerms(terms)),
    marks: marksOf(words),
    endedAt: doc.closedAt,
  }
}

/** Old messages that were imported are history: nothing new is one matter with them. */
const isRecent = ({ createdAt }: Brought): boolean => clock.ms() - createdAt.getTime() <= LOOK_BACK_MS

/** What was decided of a case between its reading and its print, of which the print's own updates found nothing. */
const catchUp = async (before: readonly Brought[]): Promise<void> => {
  const were = new Map(before.map((doc) => [doc._id.toHexString(), doc]))
  for (const doc of await findFields([...were.keys()], ['kind', 'category', 'closedAt'])) {
    const was = were.get(doc._id.toHexString())
    if (doc.kind !== was?.kind || doc.category !== was.category) await correctFingerprint(doc)
    if (doc.closedAt?.getTime() !== was?.closedAt?.getTime()) await endFingerprint(doc._id, doc.closedAt)
  }
}

/** Takes the fingerprints of cases, all in one write; those that are there stay as they are. Answers the prints. */
export const takeFingerprints = async (caseIds: readonly string[]): Promise<Fingerprint[]> => {
  const docs = (await findFields(caseIds, READ)).filter(isRecent)
  if (docs.length === 0) return []
  const rarity = await knownRarity()
  const prints = docs.map((doc) => printOf(doc, rarity))
  await insertMissing(FingerprintModel.collection, prints)
  await catchUp(docs)
  return prints
}

/** A case that was put into another kind or category is looked for there from now on. */
export const correctFingerprint = async (doc: { _id: Case['_id']; kind: CaseKind; category: string }): Promise<void> => {
  await FingerprintModel.updateOne({ _id: doc._id }, { $set: { kind: doc.kind, top: topOf(doc.category) } })
}

/** A case that has ended counts a while longer; one that was taken up again counts as before. */
export const endFingerprint = async (_id: ObjectId, endedAt: Date | null): Promise<void> => {
  await FingerprintModel.updateOne({ _id }, { $set: { endedAt } })
}

const FORGET_AFTER_MS = LOOK_BACK_MS + 10 * 86_400_000

/** Removes fingerprints that are too old to be compared; answers how many. A job. */
export const removeOldFingerprints = async (): Promise<number> =>
  (await FingerprintModel.deleteMany({ at: { $lt: new Date(clock.ms() - FORGET_AFTER_MS) } })).deletedCount
