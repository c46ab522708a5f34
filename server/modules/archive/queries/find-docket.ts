import { toObjectId } from '@server/platform/database'
import { type Docket, DocketModel, type Frozen } from '../docket.model'
import { type Supplement, SupplementModel } from '../supplement.model'

/**
 * Supplements that people can add to a file; more are refused, so that a list needs no pages. Those that the service
 * adds are bounded by what an agreement can promise, and none of them may be refused.
 */
export const MOST_SUPPLEMENTS = 100
const MOST_SHOWN = 2000

export type FrozenDocket = Docket & { number: string; frozen: Frozen }

/** What is kept of a case's docket; null as long as nothing is. */
export const findDocket = async (caseId: string): Promise<Docket | null> => {
  const _id = toObjectId(caseId)
  return _id ? DocketModel.findOne({ caseId: _id }).lean<Docket>() : null
}

export const isFrozen = (docket: Docket | null): docket is FrozenDocket => docket?.frozen !== undefined && docket.number !== undefined

/** What came to a file after it was frozen, in order. */
export const supplementsOf = async (caseId: string): Promise<Supplement[]> => {
  const _id = toObjectId(caseId)
  if (!_id) return []
  return SupplementModel.find({ caseId: _id }, { request: 0 }).sort({ place: 1 }).limit(MOST_SHOWN).lean<Supplement[]>()
}
