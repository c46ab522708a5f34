import { clock } from '@server/platform/clock'
import { Conflict, NotFound } from '@server/platform/errors'
import { type Invitation, InvitationModel } from '../invitation.model'
import { codeDigest } from '../invitation-code'
import { type Organisation, organisationById } from './organisations'

/**
 * What an invitation to a role offers to whoever has its code, before it is taken up. Throws NotFound, `invitation_used`,
 * `invitation_expired`; nobody is told of one that was taken back: it is as if it had never been.
 */
export const previewRole = async (code: string): Promise<{ invitation: Invitation; organisation: Organisation | undefined }> => {
  const invitation = await InvitationModel.findOne({ codeHash: codeDigest(code) }).lean<Invitation>()
  if (!invitation || invitation.revokedAt) throw new NotFound()
  if (invitation.redeemedAt) throw new Conflict('invitation_used')
  if (invitation.expiresAt <= clock.now()) throw new Conflict('invitation_expired')
  return { invitation, organisation: await organisationById(invitation.organisationId ?? '') }
}
