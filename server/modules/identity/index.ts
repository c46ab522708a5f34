/**
 * Identity: accounts, the people behind them, sessions, organisations, roles and invitations.
 * `configureIdentity` must have been called, and `startIdentity` awaited once the database is connected.
 */
import type { Job } from '@server/platform/jobs'
import { removeExpiredLogins } from './commands/remove-expired-logins'
import { tellLeftRoleChanges } from './commands/tell-role-changes'

export { authenticate } from './authenticate'
export { startIdentity, stopIdentity } from './changes'
export { createInvitation } from './commands/create-invitation'
export { createPerson } from './commands/create-person'
export { nameIfUnnamed } from './commands/name-if-unnamed'
export { seedAccount, seedOrganisation } from './commands/seed'
export { setHome } from './commands/set-home'
export { type HomeChange, onErase, onHomeChange, onPersonData, onRoleChange, type RoleChange } from './hooks'
export { identityHandlers } from './identity.routes'
export { openAll, sealFor } from './person-keys'
export { homeOf, homesAfter } from './queries/homes'
export { centreFor, organisationById, organisationsIn } from './queries/organisations'
export { maskedPhones, personNames, phoneOf } from './queries/person-names'
export { phoneDigest, phoneDigestsOf } from './queries/phone-digests'
export { handlersAmong, openidsOf, organisationFor, personHolds, type StaffPerson, staffInOrganisation, staffOf } from './queries/staff'
export { configureIdentity } from './settings'

export const identityJobs: Job[] = [
  { name: 'tell role changes', every: '1 minute', run: tellLeftRoleChanges },
  { name: 'remove expired logins', every: '1 hour', run: removeExpiredLogins },
]
