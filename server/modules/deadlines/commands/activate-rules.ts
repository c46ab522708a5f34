import { inTransaction, isDuplicate, toObjectId } from '@server/platform/database'
import { Conflict, NotFound } from '@server/platform/errors'
import { DeadlineRulesModel, type DeadlineRulesVersion } from '../rules.model'
import { refreshRules } from './refresh-rules'

const MOVED_ON = '这一版规则已经启用过，或者别人刚刚启用了规则'

/**
 * Puts a draft into force in place of what was; of several who do so with one draft at once, one does. With `touchOpen`
 * open cases are computed anew by a job. Throws NotFound, and Conflict for what is no draft any more.
 */
export const activateRules = async (options: { id: string; touchOpen: boolean }): Promise<DeadlineRulesVersion> => {
  const { touchOpen } = options
  const _id = toObjectId(options.id)
  if (!_id || !(await DeadlineRulesModel.exists({ _id }))) throw new NotFound()
  try {
    const active = await inTransaction(async (session) => {
      // What still waits to be applied to open cases is overtaken.
      const retired = { $set: { state: 'retired' }, $unset: { touching: '' } } as const
      await DeadlineRulesModel.updateMany({ state: 'active' }, retired, { session })
      const found = await DeadlineRulesModel.findOneAndUpdate(
        { _id, state: 'draft' },
        { $set: { state: 'active', ...(touchOpen ? { touching: true } : {}) } },
        { returnDocument: 'after', session },
      ).lean<DeadlineRulesVersion>()
      if (!found) throw new Conflict('conflict', MOVED_ON)
      return found
    })
    await refreshRules()
    return active
  } catch (error) {
    if (isDuplicate(error, 'state')) throw new Conflict('conflict', MOVED_ON)
    throw error
  }
}

/** The version by which open cases are still to be computed anew; undefined when there is none. */
export const rulesToApply = async (): Promise<number | undefined> =>
  (await DeadlineRulesModel.findOne({ touching: true }, { version: 1 }).lean<{ version: number }>())?.version

/** Notes that every open case has been computed anew by a version. */
export const noteApplied = async (version: number): Promise<void> => {
  await DeadlineRulesModel.updateOne({ version, touching: true }, { $unset: { touching: '' } })
}
