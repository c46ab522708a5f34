/** Obligations 履行事项: what an agreement promises, whether it is kept, and judicial confirmation. */
import type { Job } from '@server/platform/jobs'
import { tellDue } from './commands/tell-due'
import { tellJudicial } from './commands/tell-judicial'
import { obligationAbilities } from './obligations.abilities'

export { obligationListener } from './obligations.listener'
export { obligationHandlers } from './obligations.routes'
export { judicialOf } from './queries/judicial-of'
export { obligationsOf } from './queries/obligations-of'

/** What cases asks of obligations. */
export const obligationPorts = { abilities: obligationAbilities }

export const obligationJobs: Job[] = [
  { name: 'tell what is due', every: '10 minutes', run: tellDue },
  { name: 'tell of judicial confirmation', every: '10 minutes', run: tellJudicial },
]
