import { regionExists } from '@server/modules/regions'
import type { Actor } from '@server/platform/actor'
import { toObjectId } from '@server/platform/database'
import { InvalidInput } from '@server/platform/errors'
import type { UpdateMe } from '@shared/identity/schemas'
import type * as z from 'zod/mini'
import { AccountModel } from '../account.model'
import { announce } from '../changes'
import { PersonModel } from '../person.model'

/** Changes what somebody is called and how the app looks to the person. */
export const updateProfile = async (options: { actor: Actor; changes: z.infer<typeof UpdateMe> }): Promise<void> => {
  const { actor, changes } = options
  const { name, careMode, homeRegionCode } = changes
  if (homeRegionCode !== undefined && !regionExists(homeRegionCode))
    throw InvalidInput.field('homeRegionCode', 'unknown_region', '没有这个地区')
  const set = { ...(careMode !== undefined && { careMode }), ...(homeRegionCode !== undefined && { homeRegionCode }) }
  if (Object.keys(set).length > 0) await AccountModel.updateOne({ _id: toObjectId(actor.accountId) }, set)
  if (name !== undefined) await PersonModel.updateOne({ _id: toObjectId(actor.personId) }, { name: name.trim() })
  await announce({ personId: actor.personId })
}
