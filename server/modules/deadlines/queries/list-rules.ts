import { toObjectId } from '@server/platform/database'
import { NotFound } from '@server/platform/errors'
import { DeadlineRulesModel, type DeadlineRulesVersion } from '../rules.model'

const MOST = 50

/** Drafts and rules, the newest first; at most fifty, and among them always those in force. */
export const listRules = async (): Promise<DeadlineRulesVersion[]> => {
  const [rows, active] = await Promise.all([
    DeadlineRulesModel.find({}, { request: 0 }).sort({ version: -1 }).limit(MOST).lean<DeadlineRulesVersion[]>(),
    DeadlineRulesModel.findOne({ state: 'active' }, { request: 0 }).lean<DeadlineRulesVersion>(),
  ])
  return !active || rows.some(({ version }) => version === active.version) ? rows : [...rows, active]
}

/** A version of the rules. Throws NotFound. */
export const findRules = async (id: string): Promise<DeadlineRulesVersion> => {
  const _id = toObjectId(id)
  const found = _id && (await DeadlineRulesModel.findById(_id).lean<DeadlineRulesVersion>())
  if (!found) throw new NotFound()
  return found
}
