import { toObjectId } from '@server/platform/database'
import { DocketModel } from '../docket.model'

/** Notes that a case's file has to be frozen. Said again, it changes nothing: a frozen file stays what it is. */
export const markWanted = async (caseId: string): Promise<void> => {
  const _id = toObjectId(caseId)
  if (!_id) return
  await DocketModel.updateOne({ caseId: _id }, { $setOnInsert: { state: 'wanted' } }, { upsert: true })
  await DocketModel.updateOne({ caseId: _id, state: 'open' }, { $set: { state: 'wanted' } })
}
