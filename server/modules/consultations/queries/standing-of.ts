import type { ObjectId } from '@server/platform/database'
import { type VoteSheet, VoteSheetModel } from '../vote.model'

/** Where somebody stands on the published map: for that person's eyes only. Null for who has not voted, or only just. */
export const ownStanding = async (options: { consultationId: ObjectId; personId: string }): Promise<VoteSheet['standing']> =>
  (await VoteSheetModel.findOne(options, { standing: 1 }).lean<Pick<VoteSheet, 'standing'>>())?.standing ?? null
