import { type Session, toObjectId } from '@server/platform/database'
import type { mongo } from 'mongoose'
import { type Case, caseCollection } from '../case.model'
import type { Link } from './plan-move'

/** The other case is not any more what it was when the merge was planned. */
export class LeadMoved extends Error {
  override name = 'LeadMoved'
}

/**
 * Counts a case into, or out of, those that are handled with another. It takes part in the transaction of the move and
 * counts as a change of the other case: whoever planned something for that one meanwhile, such as merging it in its
 * turn, has to look again. Throws LeadMoved, which undoes the move.
 */
export const countFollower = async ({ link, session }: { link: Link; session: Session }): Promise<void> => {
  const { leadId, lead } = link
  const _id = toObjectId(leadId)
  const where = lead ? { status: lead.status, 'owner.id': lead.owner?.id, leadId: { $exists: false } } : { followers: { $gt: 0 } }
  const { modifiedCount } = await caseCollection().updateOne(
    { _id, ...where } as mongo.Filter<Case>,
    { $inc: { followers: lead ? 1 : -1, changes: 1 } },
    { session },
  )
  if (lead && modifiedCount === 0) throw new LeadMoved()
}
