import { regionExists } from '@server/modules/regions'
import type { Actor } from '@server/platform/actor'
import { toObjectId } from '@server/platform/database'
import { InvalidInput } from '@server/platform/errors'
import { AccountModel } from '../account.model'
import { announce } from '../changes'
import { tellHome } from '../hooks'

/** Notes where somebody says that they live, or that they no longer say. `field` is what a refusal names. */
export const setHome = async (options: { actor: Actor; regionCode: string | null; field: string }): Promise<void> => {
  const { actor, regionCode, field } = options
  if (regionCode !== null && !regionExists(regionCode)) throw InvalidInput.field(field, 'unknown_region', '没有这个地区')
  await AccountModel.updateOne({ _id: toObjectId(actor.accountId) }, { homeRegionCode: regionCode })
  await tellHome({ personId: actor.personId, regionCode })
  await announce({ personId: actor.personId })
}
