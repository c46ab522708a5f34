/**
 * Feedback: what comes after a case. What the parties think of the result, sealed until all have spoken or seven days
 * have passed; follow-ups 回访; and demands that nobody could have met.
 */
import type { CasePorts } from '@server/modules/cases'
import type { Job } from '@server/platform/jobs'
import type { Model } from 'mongoose'
import { afterAbilities } from './abilities'
import { afterHandlers } from './after.routes'
import { tellFollowUps } from './commands/tell-follow-ups'
import { FeedbackModel } from './feedback.model'
import { ratingHandlers } from './feedback.routes'
import { feedbackFor } from './queries/feedback-for'
import { rateAbility } from './queries/rate-ability'

export { feedbackListener } from './feedback.listener'
export { answersOfPerson } from './queries/answers-of-person'
export { followUpsOf } from './queries/follow-ups-of'
export { feedbackOfPerson } from './queries/person-data'
export { ratingsFor } from './queries/ratings-for'

/** What cases asks of feedback. */
export const feedbackPorts = {
  cardAbilities: [rateAbility],
  abilities: afterAbilities,
  feedbackFor,
} satisfies Pick<CasePorts, 'cardAbilities' | 'feedbackFor'> & { abilities: CasePorts['abilities'][number] }

export const feedbackHandlers = () => ({ ...ratingHandlers(), ...afterHandlers() })

export const feedbackJobs: Job[] = [{ name: 'tell of follow-ups', every: '10 minutes', run: tellFollowUps }]

/** The collections whose documents carry events of this module, for the relay. */
export const feedbackCarriers = [FeedbackModel] as unknown as Model<never>[]
