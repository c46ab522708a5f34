import { type Case, loadCase } from '@server/modules/cases'
import type { Actor } from '@server/platform/actor'
import { toObjectId } from '@server/platform/database'
import { NotFound } from '@server/platform/errors'
import type { Relation } from '@shared/cases/words'
import { type FollowUp, FollowUpModel } from '../follow-up.model'
import { mayReadFollowUps } from '../follow-ups.policy'

/** A follow-up with its case. Throws NotFound for who must not know of it. */
export const loadFollowUp = async (options: {
  actor: Actor
  followUpId: string
}): Promise<{ followUp: FollowUp; doc: Case; relations: Relation[] }> => {
  const { actor, followUpId } = options
  const _id = toObjectId(followUpId)
  const followUp = _id && (await FollowUpModel.findOne({ _id, state: { $ne: 'cancelled' } }).lean<FollowUp>())
  if (!followUp) throw new NotFound()
  const { doc, relations } = await loadCase({ actor, caseId: followUp.caseId.toHexString() })
  if (!mayReadFollowUps(relations)) throw new NotFound()
  return { followUp, doc, relations }
}
