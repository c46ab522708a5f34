import type { Actor } from '@server/platform/actor'
import { clock } from '@server/platform/clock'
import { toObjectId } from '@server/platform/database'
import { Conflict, NotFound } from '@server/platform/errors'
import { mayAdminister } from '../identity.policy'
import { type Invitation, InvitationModel } from '../invitation.model'

/** Takes an open invitation back; again changes nothing. Throws `invitation_used` when it was taken up before. */
export const revokeInvitation = async (options: { actor: Actor; id: string }): Promise<Invitation> => {
  const { actor, id } = options
  const _id = toObjectId(id)
  const invitation = _id && (await InvitationModel.findById(_id).lean<Invitation>())
  if (!invitation || !mayAdminister(actor, invitation.regionCode)) throw new NotFound()
  if (invitation.revokedAt) return invitation
  const revoked = await InvitationModel.findOneAndUpdate(
    { _id, redeemedAt: null },
    { revokedAt: clock.now() },
    { returnDocument: 'after' },
  ).lean<Invitation>()
  if (!revoked) throw new Conflict('invitation_used')
  return revoked
}
