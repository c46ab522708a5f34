import type { Actor } from '@server/platform/actor'
import { clock } from '@server/platform/clock'
import { inTransaction, toObjectId } from '@server/platform/database'
import { AccountModel } from '../account.model'
import { applyChange, recordChange } from '../changes'
import { checkErase } from '../hooks'
import { InvitationModel } from '../invitation.model'
import { ERASED_NAME, PersonKeyModel, PersonModel } from '../person.model'
import { LoginSessionModel } from '../session.model'
import { noteRoleChanges, tellNoted } from './tell-role-changes'

/**
 * Erases who somebody is: the key that reads the numbers, the name, the account and its sessions. What the person
 * took part in stays, by somebody who is called 已注销. Throws what another module objects with.
 */
export const erasePerson = async ({ actor }: { actor: Actor }): Promise<void> => {
  const { personId } = actor
  await checkErase(personId)
  const noted = await inTransaction(async (session) => {
    const account = await AccountModel.findOneAndDelete({ personId }, { session }).lean()
    await LoginSessionModel.deleteMany({ personId }, { session })
    await PersonKeyModel.deleteOne({ personId }, { session })
    await InvitationModel.updateMany({ redeemedBy: personId }, { name: ERASED_NAME }, { session })
    await PersonModel.updateOne(
      { _id: toObjectId(personId) },
      { $set: { name: ERASED_NAME, erasedAt: clock.now() }, $unset: { phone: '', ref: '' } },
      { session },
    )
    await recordChange({ personId }, session)
    return noteRoleChanges({ personId, name: ERASED_NAME, grants: account?.roles ?? [], session })
  })
  applyChange({ personId })
  await tellNoted(noted, 'revoked')
}
