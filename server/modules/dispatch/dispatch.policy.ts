import { type Actor, holdsAnywhere } from '@server/platform/actor'
import type { Relation } from '@shared/cases/words'
import type { OrganisationKind, StaffRole } from '@shared/identity/schemas'

/** Mediators have a desk. */
export const hasDesk = (actor: Actor): boolean => holdsAnywhere(actor, 'mediator')

/** Who may see to whom a case can go: those who can assign it or pass it on. */
export const mayChooseAssignee = (relations: readonly Relation[]): boolean =>
  relations.includes('owner') || relations.includes('dispatcher')

/** Persons to whom cases can be given, by role. */
export const ASSIGNEE_ROLES = ['mediator', 'gridWorker', 'officer', 'department'] as const satisfies readonly StaffRole[]

/** In which role an organisation's people take what is in its queue; political consultation takes no cases. */
export const QUEUE_ROLES: Record<OrganisationKind, StaffRole | undefined> = {
  committee: 'mediator',
  studio: 'mediator',
  centre: 'dispatcher',
  department: 'department',
  cppcc: undefined,
}
