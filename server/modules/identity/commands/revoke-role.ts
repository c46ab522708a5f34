import type { Actor } from '@server/platform/actor'
import { inTransaction } from '@server/platform/database'
import { Forbidden, NotFound } from '@server/platform/errors'
import type { RoleGrant, StaffRole } from '@shared/identity/schemas'
import { type Account, AccountModel } from '../account.model'
import { applyChange, recordChange } from '../changes'
import { administeredRegions, mayRevoke, visibleGrants } from '../identity.policy'
import { personNames } from '../queries/person-names'
import type { StaffPerson } from '../queries/staff'
import { noteRoleChanges, tellNoted } from './tell-role-changes'

/**
 * Takes a role in a region away. Answers what is left of the roles that the administrator sees.
 * Throws NotFound for a person of whom the administrator sees none.
 */
export const revokeRole = async (options: {
  actor: Actor
  personId: string
  role: StaffRole
  regionCode: string
}): Promise<StaffPerson> => {
  const { actor, personId, role, regionCode } = options
  if (administeredRegions(actor).length === 0) throw new Forbidden()
  const known = await AccountModel.findOne({ personId }, { roles: 1 }).lean<Account>()
  if (!known || visibleGrants(actor, known.roles).length === 0) throw new NotFound()
  if (!mayRevoke(options)) throw new Forbidden()
  const name = (await personNames([personId])).get(personId) ?? ''
  const isTaken = (grant: RoleGrant) => grant.role === role && grant.regionCode === regionCode
  const { before, noted } = await inTransaction(async (session) => {
    const account = await AccountModel.findOneAndUpdate(
      { personId },
      { $pull: { roles: { role, regionCode } } },
      { session, projection: { roles: 1 } },
    ).lean<Account>()
    await recordChange({ personId }, session)
    const before = account?.roles ?? []
    return { before, noted: await noteRoleChanges({ personId, name, grants: before.filter(isTaken), session }) }
  })
  applyChange({ personId })
  await tellNoted(noted, 'revoked')
  return {
    personId,
    name,
    roles: visibleGrants(
      actor,
      before.filter((grant) => !isTaken(grant)),
    ),
  }
}
