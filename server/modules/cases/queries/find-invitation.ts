import { clock } from '@server/platform/clock'
import { Conflict, NotFound } from '@server/platform/errors'
import { hashOfCode } from '../invitation-code'
import { type PartyInvitation, PartyInvitationModel } from '../party-invitation.model'

/** The invitation behind a code that nobody has answered. Throws NotFound, or Conflict (used, expired). */
export const findInvitation = async (code: string): Promise<PartyInvitation> => {
  const invitation = await PartyInvitationModel.findOne({ codeHash: hashOfCode(code) }).lean<PartyInvitation>()
  if (!invitation) throw new NotFound()
  if (invitation.state !== 'open') throw new Conflict('invitation_used')
  if (invitation.expiresAt <= clock.now()) throw new Conflict('invitation_expired')
  return invitation
}
