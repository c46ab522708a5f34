import type { Actor } from '@server/platform/actor'
import { toObjectId } from '@server/platform/database'
import type { UpdateMe } from '@shared/identity/schemas'
import type * as z from 'zod/mini'
import { AccountModel } from '../account.model'
import { announce } from '../changes'
import { PersonModel } from '../person.model'
import { setHome } from './set-home'

/** Changes what somebody is called and how the app looks to the person. */
export const updateProfile = async (options: { actor: Actor; changes: z.infer<typeof UpdateMe> }): Promise<void> => {
  const { actor, changes } = options
  const { name, careMode, homeRegionCode } = changes
  if (homeRegionCode !== undefined) await setHome({ actor, regionCode: homeRegionCode, field: 'homeRegionCode' })
  if (careMode !== undefined) await AccountModel.updateOne({ _id: toObjectId(actor.accountId) }, { careMode })
  if (name !== undefined) await PersonModel.updateOne({ _id: toObjectId(actor.personId) }, { name: name.trim() })
  await announce({ personId: actor.personId })
}
