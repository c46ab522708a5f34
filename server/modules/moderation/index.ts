/**
 * Moderation: what others will see is looked at first, by WeChat and where it is unsure by a person. Private talk is not
 * held up. `configureModeration` must have been called.
 */
import type { Job } from '@server/platform/jobs'
import type { Model } from 'mongoose'
import { CheckModel } from './check.model'
import { askDue } from './commands/ask-due'

export { moderationListener } from './commands/check-hazards'
export { forgetChecks } from './commands/forget-checks'
export { hearVerdict } from './commands/hear-verdict'
export { requestCheck } from './commands/request-check'
export { moderationHandlers } from './moderation.routes'
export { passedSubjects } from './queries/passed-subjects'
export { refusalOf } from './queries/refusal-of'
export { configureModeration } from './settings'

export const moderationJobs: Job[] = [{ name: 'ask WeChat about what others will see', every: '10 seconds', run: askDue }]

/** The collection whose documents carry events of this module, for the relay. */
export const moderationCarriers = [CheckModel] as unknown as Model<never>[]
