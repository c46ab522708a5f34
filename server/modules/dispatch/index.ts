/**
 * Dispatch: whose case it is. Desks of mediators, rules and routing at submission, who is next when nobody answers, to
 * whom a case can be passed on, who must keep away from it (avoidance), who is on duty, and the legal ways on.
 */
import { avoidanceAbilities } from './avoidance.policy'
import { changeLoad } from './commands/change-load'
import { routeCase } from './commands/route-case'
import { findAssignee } from './queries/find-assignee'
import { assignmentAbilities } from './routing/routing.policy'
import { silentAtIn } from './routing/silence'

export { openDesk as seedDesk } from './commands/keep-desk'
export { listenToRoles } from './commands/listen-to-roles'
export { reconcileLoads } from './commands/reconcile-loads'
export { dispatchJobs } from './dispatch.jobs'
export { dispatchListener } from './dispatch.listener'
export { dispatchHandlers } from './dispatch.routes'
export { onDuty } from './duty/on-duty'
export { colleaguesOf } from './queries/colleagues-of'
export { routingHandlers } from './routing.routes'

/** What cases asks of dispatch. */
export const dispatchPorts = {
  route: routeCase,
  changeLoad,
  assignee: findAssignee,
  silentAt: silentAtIn,
  abilities: [avoidanceAbilities, assignmentAbilities],
}
