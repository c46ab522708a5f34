/** Feedback: what the parties think of the result, sealed until all have spoken or seven days have passed. */
import type { Model } from 'mongoose'
import { FeedbackModel } from './feedback.model'
import { feedbackFor } from './queries/feedback-for'
import { rateAbility } from './queries/rate-ability'

export { feedbackHandlers } from './feedback.routes'
export { feedbackOfPerson } from './queries/person-data'
export { ratingsFor } from './queries/ratings-for'

/** What cases asks of feedback. */
export const feedbackPorts = { abilities: rateAbility, feedbackFor }

/** The collections whose documents carry events of this module, for the relay. */
export const feedbackCarriers = [FeedbackModel] as unknown as Model<never>[]
