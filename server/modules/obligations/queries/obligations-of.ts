import { toObjectId } from '@server/platform/database'
import { type Obligation, ObligationModel } from '../obligation.model'

/** Thirty promises of sixty instalments each: an agreement cannot hold more. */
const MOST = 1800

/** What a case's agreements promise, unchecked, by the day on which it is due. Of agreements that were given up, nothing. */
export const obligationsOf = async (caseId: string): Promise<Obligation[]> => {
  const _id = toObjectId(caseId)
  if (!_id) return []
  return ObligationModel.find({ caseId: _id, voidAt: null }).sort({ dueOn: 1, index: 1, part: 1 }).limit(MOST).lean<Obligation[]>()
}
