/** Supervision 督办: lights, more time, escalation along the regions, questions from above, and what a change of rules would do. */
import { remindOfQuestions } from '@server/modules/cases'
import type { Job } from '@server/platform/jobs'
import { applyRules } from './commands/apply-rules'
import { escalateSupervisions } from './commands/escalate-supervisions'
import { tellLights } from './commands/tell-lights'
import { supervisionAbilities } from './supervision.policy'

export { askerOf } from './queries/asker-of'
export { supervisionListener } from './supervision.listener'
export { supervisionHandlers } from './supervision.routes'

/** What cases asks of supervision. */
export const supervisionPorts = { abilities: supervisionAbilities }

export const supervisionJobs: Job[] = [
  { name: 'tell of lights', every: '1 minute', run: tellLights },
  { name: 'escalate supervisions', every: '1 minute', run: escalateSupervisions },
  { name: 'remind of questions', every: '1 minute', run: remindOfQuestions },
  { name: 'apply deadline rules', every: '1 minute', run: applyRules },
]
