import { toObjectId } from '@server/platform/database'
import { type Check, CheckModel } from '../check.model'

/** Why a check was refused; empty for one that was not. */
export const refusalOf = async (checkId: string): Promise<string> => {
  const _id = toObjectId(checkId)
  const check = _id && (await CheckModel.findOne({ _id, state: 'refused' }, { reason: 1 }).lean<Pick<Check, 'reason'>>())
  return check?.reason ?? ''
}
