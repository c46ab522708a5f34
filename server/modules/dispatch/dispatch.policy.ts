import { type Actor, holdsAnywhere } from '@server/platform/actor'
import type { Relation } from '@shared/cases/words'
import type { OrganisationKind, StaffRole } from '@shared/identity/schemas'

/** Persons to whom cases can be given, by role. */
export const ASSIGNEE_ROLES = ['mediator', 'gridWorker', 'officer', 'department'] as const satisfies readonly StaffRole[]

const DECLARING: readonly StaffRole[] = [...ASSIGNEE_ROLES, 'dispatcher']
/** Whoever handles cases declares of themselves what avoidance compares. */
export const declaresTies = (actor: Actor): boolean => DECLARING.some((role) => holdsAnywhere(actor, role))

/** Mediators have a desk. */
export const hasDesk = (actor: Actor): boolean => holdsAnywhere(actor, 'mediator')

/** Who may see to whom a case can go: those who can assign it or pass it on. */
export const mayChooseAssignee = (relations: readonly Relation[]): boolean =>
  relations.includes('owner') || relations.includes('dispatcher')

/** Roles of those to whom a case goes on, with its file, after mediation has failed; departments first. */
export const HIGHER_ROLES = ['department', 'mediator'] as const satisfies readonly StaffRole[]
/** Departments at any level; others only above whoever had it. Levels are lengths of region codes. */
export const mayTakeHigher = (options: { role: StaffRole; own: number; now: number }): boolean =>
  options.role === 'department' || options.own < options.now

/** In which roles somebody takes a case in a handler's place, after avoidance for instance: as a mediator, or as what that handler was. */
export const successorRoles = ({ owner }: { owner: { type: string; role: StaffRole } | null }): StaffRole[] => [
  'mediator',
  ...ASSIGNEE_ROLES.filter((role) => role !== 'mediator' && owner?.type === 'person' && role === owner.role),
]

/** In which role an organisation's people take what is in its queue; political consultation takes no cases. */
export const QUEUE_ROLES: Record<OrganisationKind, StaffRole | undefined> = {
  committee: 'mediator',
  studio: 'mediator',
  centre: 'dispatcher',
  department: 'department',
  cppcc: undefined,
}
