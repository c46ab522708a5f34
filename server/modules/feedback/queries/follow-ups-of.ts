import { toObjectId } from '@server/platform/database'
import { type FollowUp, FollowUpModel } from '../follow-up.model'

/** A case that is closed and reopened for ever has more: then the newest are shown. */
const MOST = 100

/** The follow-ups of a case, unchecked, oldest first; those that a reopening made pointless are left out. */
export const followUpsOf = async (caseId: string): Promise<FollowUp[]> => {
  const _id = toObjectId(caseId)
  if (!_id) return []
  const rows = await FollowUpModel.find({ caseId: _id, state: { $ne: 'cancelled' } })
    .sort({ caseRound: -1, round: -1 })
    .limit(MOST)
    .lean<FollowUp[]>()
  return rows.reverse()
}
