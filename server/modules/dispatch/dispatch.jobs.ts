import type { Job } from '@server/platform/jobs'
import { passSilentCases } from './commands/pass-silent-cases'
import { reconcileLoads } from './commands/reconcile-loads'
import { runMorning } from './morning/run-morning'

/** What dispatch does by itself as time passes. The morning comes after silence: what was passed on lies right by then. */
export const dispatchJobs: Job[] = [
  { name: 'reconcile loads', every: '10 minutes', run: reconcileLoads },
  { name: 'pass silent cases', every: '1 minute', run: passSilentCases },
  { name: 'morning run', every: '1 minute', run: runMorning },
]
