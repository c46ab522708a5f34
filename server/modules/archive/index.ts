/** Archive 档案: the docket that writes itself, frozen when the case is archived; and the chain of audit entries. */
import type { Job } from '@server/platform/jobs'
import { archiveAbilities } from './archive.policy'
import { enterReads } from './audit/enter-reads'
import { freezeWanted } from './commands/freeze-wanted'

export { archiveListener } from './archive.listener'
export { archiveHandlers } from './archive.routes'
export { type AuditReport, verifyAudit } from './audit/verify-audit'
export { exportDocket } from './commands/export-docket'
export { listDockets } from './queries/list-dockets'

export const archiveJobs: Job[] = [
  { name: 'freeze dockets', every: '10 seconds', run: freezeWanted },
  { name: 'enter reads into the audit', every: '10 seconds', run: enterReads },
]

/** What cases asks of the archive. */
export const archivePorts = { abilities: archiveAbilities }
