import { type Actor, holds, regionsOf } from '@server/platform/actor'
import type { OrganisationKind, RoleGrant, StaffRole } from '@shared/identity/schemas'

/** Administrators grant and take roles within the regions for which they are appointed. */
export const mayAdminister = (actor: Actor, regionCode: string): boolean => holds(actor, 'admin', regionCode)

/** Nobody takes away the administrator's role on which he himself stands: a region would be left without anyone. */
export const mayRevoke = (options: { actor: Actor; personId: string; role: StaffRole; regionCode: string }): boolean => {
  const { actor, personId, role, regionCode } = options
  return mayAdminister(actor, regionCode) && !(role === 'admin' && personId === actor.personId)
}

/** The regions that an administrator's lists cover. */
export const administeredRegions = (actor: Actor): string[] => regionsOf(actor, 'admin')

/** The grants of somebody else that an administrator sees. */
export const visibleGrants = (actor: Actor, grants: RoleGrant[]): RoleGrant[] =>
  grants.filter((grant) => mayAdminister(actor, grant.regionCode))

/** For which kinds of organisation a role can act. Others, such as officers, may act for any. */
const KINDS: Partial<Record<StaffRole, OrganisationKind[]>> = {
  mediator: ['committee', 'studio'],
  dispatcher: ['centre'],
  department: ['department'],
  cppccMember: ['cppcc'],
  cppccOffice: ['cppcc'],
}
/** Whether somebody can hold a role in an organisation of that kind. */
export const fitsRole = (role: StaffRole, kind: OrganisationKind): boolean => KINDS[role]?.includes(kind) ?? true
/** Departments answer through their organisation's inbox, so the role means nothing without one. */
export const needsOrganisation = (role: StaffRole): boolean => role === 'department'
