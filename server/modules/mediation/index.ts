/** Mediation: working hours, free times, and sessions, whose claims make overlaps impossible. */
export { endFeedsWithRoles } from './commands/renew-feed'
export { saveWorkingPlan } from './commands/save-working-plan'
export { mediationJobs } from './mediation.jobs'
export { mediationListener } from './mediation.listener'
export { mediationPorts } from './mediation.ports'
export { mediationHandlers } from './mediation.routes'
export { bookingsOfPerson } from './queries/bookings-of-person'
export { configureMediation } from './settings'
