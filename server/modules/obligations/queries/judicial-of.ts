import { toObjectId } from '@server/platform/database'
import { type Judicial, JudicialModel } from '../judicial.model'

/** How judicial confirmation of a case's latest agreement stands, unchecked; null without an agreement that a court could confirm. */
export const judicialOf = async (caseId: string): Promise<Judicial | null> => {
  const _id = toObjectId(caseId)
  if (!_id) return null
  return JudicialModel.findOne({ caseId: _id, voidAt: null }).sort({ effectiveAt: -1 }).lean<Judicial>()
}
