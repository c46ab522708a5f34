import { childrenOf, regionName } from '@server/modules/regions'
import type { InvitationView, Me, OrganisationView, RoleGrant, StaffView, User } from '@shared/identity/schemas'
import type * as z from 'zod/mini'
import type { Account } from './account.model'
import type { Invitation } from './invitation.model'
import type { Organisation } from './queries/organisations'

type Roles = Pick<Account, 'roles' | 'homeRegionCode'>
const plain = ({ role, organisationId, regionCode }: RoleGrant): RoleGrant => ({ role, organisationId, regionCode })

/** Staff roles, or that of a resident for who holds none. */
const rolesOf = ({ roles, homeRegionCode }: Roles): RoleGrant[] =>
  roles.length > 0
    ? roles.map(plain)
    : [{ role: 'resident', organisationId: null, regionCode: homeRegionCode ?? childrenOf(null)[0]?._id ?? '00' }]

/** A user as sessions show it; the id is the person's, as everywhere in the contract. */
export const presentUser = (options: { personId: string; name: string; account: Roles }): User => ({
  id: options.personId,
  name: options.name,
  roles: rolesOf(options.account),
})

/** A user with names and settings, for the user alone. */
export const presentMe = (options: {
  account: Account
  name: string
  phoneMasked: string | null
  organisations: Map<string, Organisation>
}): Me => {
  const { account, name, phoneMasked, organisations } = options
  const { personId, careMode, homeRegionCode, consents } = account
  return {
    id: personId,
    name,
    roles: rolesOf(account).map((grant) => ({
      ...grant,
      organisationName: organisations.get(grant.organisationId ?? '')?.name ?? null,
      regionName: regionName(grant.regionCode),
    })),
    phoneMasked,
    careMode,
    homeRegionCode,
    consentVersion: consents.at(-1)?.version ?? '',
  }
}

/** An organisation as lists show it. */
export const presentOrganisation = ({ id, kind, name, regionCode }: Organisation): z.infer<typeof OrganisationView> => ({
  id,
  kind,
  name,
  regionCode,
})

/** A staff person with the grants that the asking administrator may see. */
export const presentStaff = (options: { id: string; name: string; roles: RoleGrant[] }): z.infer<typeof StaffView> => ({
  id: options.id,
  name: options.name,
  roles: options.roles.map(plain),
})

const stateOf = (invitation: Invitation, now: Date): InvitationView['state'] => {
  if (invitation.redeemedAt) return 'redeemed'
  if (invitation.revokedAt) return 'revoked'
  return invitation.expiresAt <= now ? 'expired' : 'open'
}

/** An invitation; its code only where it is given. */
export const presentInvitation = (options: {
  invitation: Invitation
  organisation: Organisation | undefined
  now: Date
  code?: string
}): InvitationView => {
  const { invitation, organisation, now, code } = options
  return {
    id: invitation._id.toHexString(),
    role: invitation.role,
    regionCode: invitation.regionCode,
    regionName: regionName(invitation.regionCode),
    organisationId: invitation.organisationId,
    organisationName: organisation?.name ?? null,
    name: invitation.name,
    state: stateOf(invitation, now),
    createdAt: invitation.createdAt.toISOString(),
    expiresAt: invitation.expiresAt.toISOString(),
    ...(code === undefined ? {} : { code }),
  }
}
