import type { Actor } from '@server/platform/actor'
import { clock } from '@server/platform/clock'
import { inTransaction, type Session, toObjectId } from '@server/platform/database'
import { Conflict, NotFound } from '@server/platform/errors'
import type { RoleGrant } from '@shared/identity/schemas'
import { type Account, AccountModel } from '../account.model'
import { applyChange, recordChange } from '../changes'
import { type Invitation, InvitationModel } from '../invitation.model'
import { codeDigest } from '../invitation-code'
import { PersonModel } from '../person.model'
import { previewRole } from '../queries/preview-role'
import type { NotedRoleChange } from '../role-change.model'
import { noteRoleChanges, tellNoted } from './tell-role-changes'

const grantOf = ({ role, organisationId, regionCode }: Invitation): RoleGrant => ({ role, organisationId, regionCode })

interface Taken {
  invitation: Invitation
  noted: NotedRoleChange[]
}

const take = async (options: { actor: Actor; codeHash: string; session: Session }): Promise<Taken | null> => {
  const { actor, codeHash, session } = options
  const now = clock.now()
  const invitation = await InvitationModel.findOneAndUpdate(
    { codeHash, redeemedAt: null, revokedAt: null, expiresAt: { $gt: now } },
    { redeemedAt: now, redeemedBy: actor.personId },
    { session },
  ).lean<Invitation>()
  if (!invitation) return null
  const grant = grantOf(invitation)
  await AccountModel.updateOne(
    { _id: toObjectId(actor.accountId), roles: { $not: { $elemMatch: grant } } },
    { $push: { roles: grant } },
    { session },
  )
  await PersonModel.updateOne({ _id: toObjectId(actor.personId) }, { name: invitation.name }, { session })
  await recordChange({ personId: actor.personId }, session)
  return { invitation, noted: await noteRoleChanges({ personId: actor.personId, name: invitation.name, grants: [grant], session }) }
}

/** An invitation that this very person took up before and whose role the person still holds: the answer was lost. */
const takenBefore = async (actor: Actor, codeHash: string): Promise<Taken | null> => {
  const invitation = await InvitationModel.findOne({ codeHash, redeemedBy: actor.personId }).lean<Invitation>()
  if (!invitation) return null
  const roles = { $elemMatch: grantOf(invitation) }
  if (!(await AccountModel.exists({ _id: toObjectId(actor.accountId), roles }))) return null
  const { personId } = actor
  return { invitation, noted: await noteRoleChanges({ personId, name: invitation.name, grants: [grantOf(invitation)] }) }
}

/**
 * Takes up the role of an invitation, once: of many people with the same code one gets it. The person is called in the
 * role as the administrator wrote. Throws NotFound, `invitation_used`, `invitation_expired`.
 */
export const redeemInvitation = async (options: { actor: Actor; code: string }): Promise<{ account: Account; name: string }> => {
  const { actor, code } = options
  const codeHash = codeDigest(code)
  const taken = (await inTransaction((session) => take({ actor, codeHash, session }))) ?? (await takenBefore(actor, codeHash))
  if (!taken) {
    await previewRole(code)
    // It has become free again between the two looks.
    throw new Conflict('conflict')
  }
  applyChange({ personId: actor.personId })
  await tellNoted(taken.noted, 'granted')
  const account = await AccountModel.findById(toObjectId(actor.accountId)).lean<Account>()
  if (!account) throw new NotFound()
  return { account, name: taken.invitation.name }
}
