import { type ObjectId, toObjectId } from '@server/platform/database'
import { type Account, AccountModel } from '../account.model'

/** Where a person says that they live; null for who does not say. */
export const homeOf = async (personId: string): Promise<string | null> =>
  (await AccountModel.findOne({ personId }, { homeRegionCode: 1 }).lean<Account>())?.homeRegionCode ?? null

/** Accounts in the order of their ids, from after one on, with where their people live. */
export const homesAfter = async (options: { after: string | null; limit: number }) => {
  const { after, limit } = options
  const from = after === null ? undefined : toObjectId(after)
  const rows = await AccountModel.find(from ? { _id: { $gt: from } } : {}, { personId: 1, homeRegionCode: 1 })
    .sort({ _id: 1 })
    .limit(limit)
    .lean<{ _id: ObjectId; personId: string; homeRegionCode: string | null }[]>()
  return rows.map(({ _id, personId, homeRegionCode }) => ({ id: _id.toHexString(), personId, regionCode: homeRegionCode ?? null }))
}
