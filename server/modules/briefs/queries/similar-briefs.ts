import type { Actor } from '@server/platform/actor'
import type { BriefState } from '@shared/briefs/words'
import { type Brief, BriefModel } from '../brief.model'
import { textForOthers } from '../brief-text'
import { rareTerms, similarityOf } from '../likeness'
import { termsOf } from '../terms'
import { visibleTo } from './visible-briefs'

const MOST_SHOWN = 5
/** Of those that share a rare word the latest are looked at: a matter that comes again comes soon. */
const MOST_CANDIDATES = 400
/** Below this, two briefs share words but no matter. */
const LIKE = 0.2
const NOT_SHOWN: readonly BriefState[] = ['draft', 'withdrawn']
/** What a card needs, what says who may see it, and the words. */
const COLUMNS = {
  number: 1,
  title: 1,
  publicTitle: 1,
  state: 1,
  regionCode: 1,
  author: 1,
  signatures: 1,
  level: 1,
  department: 1,
  at: 1,
  terms: 1,
} as const
type Candidate = Pick<Brief, '_id' | keyof typeof COLUMNS>

/** In how many briefs each word stands; only words that any has. */
const countTerms = async (terms: readonly string[]): Promise<Map<string, number>> => {
  const counts = await Promise.all(terms.map(async (term) => [term, await BriefModel.countDocuments({ terms: term })] as const))
  return new Map(counts.filter(([, count]) => count > 0))
}

/**
 * Earlier briefs on the same matter that the reader may see, the nearest first, at most five. Words count by how rare they
 * are among all that were submitted.
 */
export const similarBriefs = async ({ actor, brief }: { actor: Actor; brief: Brief }): Promise<Candidate[]> => {
  const terms = termsOf(textForOthers(brief))
  const [counts, all] = await Promise.all([countTerms(terms), BriefModel.estimatedDocumentCount()])
  const rare = rareTerms(counts)
  if (rare.length === 0) return []
  const before = brief.submittedAt ? { submittedAt: { $lt: brief.submittedAt } } : {}
  const others = { _id: { $ne: brief._id }, state: { $nin: NOT_SHOWN }, ...visibleTo(actor) }
  const candidates = await BriefModel.find({ terms: { $in: rare }, ...before, ...others }, COLUMNS)
    .sort({ submittedAt: -1 })
    .limit(MOST_CANDIDATES)
    .lean<Candidate[]>()
  return candidates
    .map((one) => ({ one, likeness: similarityOf({ terms, others: one.terms, counts, all }) }))
    .filter(({ likeness }) => likeness >= LIKE)
    .sort((left, right) => right.likeness - left.likeness)
    .slice(0, MOST_SHOWN)
    .map(({ one }) => one)
}
