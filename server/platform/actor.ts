import type { RoleGrant, StaffRole } from '@shared/identity/schemas'
import { isWithin } from '@shared/regions/schemas'

/** Who acts: an account, the person behind it, and the roles that it holds. */
export interface Actor {
  accountId: string
  personId: string
  /** What the person is called. */
  name: string
  sessionId: string
  roles: RoleGrant[]
}

/** The region codes for which the actor holds a role. */
export const regionsOf = (actor: Actor, role: StaffRole): string[] =>
  actor.roles.filter((grant) => grant.role === role).map((grant) => grant.regionCode)

/** The region codes for which the actor holds one of some roles, each once, in the order of the roles. */
export const regionsOfAny = (actor: Actor, roles: readonly StaffRole[]): string[] => [
  ...new Set(roles.flatMap((role) => regionsOf(actor, role))),
]

/** Whether the actor holds a role for a region, which lies within the region of the grant. */
export const holds = (actor: Actor, role: StaffRole, regionCode: string): boolean =>
  regionsOf(actor, role).some((region) => isWithin(regionCode, region))

/** Whether the actor holds a role anywhere. */
export const holdsAnywhere = (actor: Actor, role: StaffRole): boolean => actor.roles.some((grant) => grant.role === role)
