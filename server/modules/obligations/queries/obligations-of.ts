import { toObjectId } from '@server/platform/database'
import type { ObligationState } from '@shared/obligations/schemas'
import { type Obligation, ObligationModel } from '../obligation.model'

const SETTLED: ObligationState[] = ['done', 'waived']
/** Thirty promises of sixty instalments each: an agreement cannot hold more. */
const MOST = 1800

/**
 * What a case's agreement promises, unchecked, by the day on which it is due. Of agreements that were given up or
 * replaced, only what was settled by then.
 */
export const obligationsOf = async (caseId: string): Promise<Obligation[]> => {
  const _id = toObjectId(caseId)
  if (!_id) return []
  const shown = [{ voidAt: null }, { state: { $in: SETTLED } }]
  return ObligationModel.find({ caseId: _id, $or: shown }).sort({ dueOn: 1, index: 1, part: 1 }).limit(MOST).lean<Obligation[]>()
}
