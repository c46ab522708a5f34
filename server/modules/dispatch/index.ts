/**
 * Dispatch: whose case it is. Desks of mediators, routing at submission, to whom a case can be passed on, who must keep
 * away from it (avoidance), and the legal ways on.
 */
import { avoidanceAbilities } from './avoidance.policy'
import { changeLoad } from './commands/change-load'
import { routeCase } from './commands/route-case'
import { findAssignee } from './queries/find-assignee'

export { openDesk as seedDesk } from './commands/keep-desk'
export { listenToRoles } from './commands/listen-to-roles'
export { reconcileLoads } from './commands/reconcile-loads'
export { dispatchListener } from './dispatch.listener'
export { dispatchHandlers } from './dispatch.routes'
export { colleaguesOf } from './queries/colleagues-of'

/** What cases asks of dispatch. */
export const dispatchPorts = { route: routeCase, changeLoad, assignee: findAssignee, abilities: [avoidanceAbilities] }
