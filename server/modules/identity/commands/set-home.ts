import { regionExists } from '@server/modules/regions'
import type { Actor } from '@server/platform/actor'
import { inTransaction, toObjectId } from '@server/platform/database'
import { InvalidInput } from '@server/platform/errors'
import { AccountModel } from '../account.model'
import { applyChange, recordChange } from '../changes'
import { tellHome } from '../hooks'

/** Notes where somebody says that they live, or that they no longer say. `field` is what a refusal names. */
export const setHome = async (options: { actor: Actor; regionCode: string | null; field: string }): Promise<void> => {
  const { actor, regionCode, field } = options
  if (regionCode !== null && !regionExists(regionCode)) throw InvalidInput.field(field, 'unknown_region', '没有这个地区')
  const { accountId, personId } = actor
  await inTransaction(async (session) => {
    await AccountModel.updateOne({ _id: toObjectId(accountId) }, { homeRegionCode: regionCode }, { session })
    await tellHome({ personId, regionCode }, session)
    await recordChange({ personId }, session)
  })
  applyChange({ personId })
}
