/** Dispatch: whose case it is. Desks of mediators, routing at submission, and to whom a case can be passed on. */
import { changeLoad } from './commands/change-load'
import { routeCase } from './commands/route-case'
import { findAssignee } from './queries/find-assignee'

export { openDesk as seedDesk } from './commands/keep-desk'
export { listenToRoles } from './commands/listen-to-roles'
export { reconcileLoads } from './commands/reconcile-loads'
export { dispatchHandlers } from './dispatch.routes'

/** What cases asks of dispatch. */
export const dispatchPorts = { route: routeCase, changeLoad, assignee: findAssignee }
