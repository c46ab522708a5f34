import { byOf, loadCase } from '@server/modules/cases'
import type { Actor } from '@server/platform/actor'
import { clock } from '@server/platform/clock'
import { isDuplicate } from '@server/platform/database'
import { Conflict, Forbidden } from '@server/platform/errors'
import { createOnce, madeBefore, markOf, type RequestMark } from '@server/platform/once'
import type { GiveFeedback } from '@shared/feedback/schemas'
import { type Feedback, FeedbackModel } from '../feedback.model'
import { mayBeRated, raterOf } from '../feedback.policy'
import { changeFeedback } from './change-feedback'
import { createFeedback, type Writing } from './create-feedback'

export interface Given {
  feedback: Feedback
  created: boolean
}

/** What a request has left: the rating that it made or changed, though later words may stand there now. */
const findRepeat = async ({ doc, rater }: Pick<Writing, 'doc' | 'rater'>, { by, key }: RequestMark): Promise<Feedback | null> => {
  const latest = await FeedbackModel.findOne({ 'request.by': by, 'request.key': key }).lean<Feedback>()
  if (latest) return latest
  const own = await FeedbackModel.findOne({ caseId: doc._id, personId: rater.personId, round: doc.round }).lean<Feedback>()
  const earlier = own?.requests?.find((one) => one.by === by && one.key === key)
  return own && earlier ? { ...own, request: earlier } : null
}

/**
 * Rates the result for a party, or changes the own rating while it is sealed. Throws Conflict `not_closed` before the
 * end and `feedback_sealed` when others can read the rating already.
 */
export const giveFeedback = async (options: {
  actor: Actor
  caseId: string
  rating: GiveFeedback
  key: string | undefined
}): Promise<Given> => {
  const { actor, caseId, rating, key } = options
  const { doc, relations } = await loadCase({ actor, caseId })
  const rater = raterOf(actor, doc)
  if (!rater) throw new Forbidden('只有当事人可以评价')
  const mark = markOf({ actorId: actor.accountId, call: 'feedback.give', key, body: { caseId, ...rating } })
  const writing = { doc, rater, byPersonId: actor.personId, rating, mark }
  const made = { mark, find: (one: RequestMark) => findRepeat(writing, one) }
  let isNew = false
  const create = async (): Promise<Feedback> => {
    if (!mayBeRated(doc, clock.now())) throw new Conflict('not_closed')
    if (doc.ratedBy.includes(rater.personId)) return changeFeedback(writing)
    try {
      const feedback = await createFeedback({ ...writing, by: byOf(actor, relations) })
      isNew = true
      return feedback
    } catch (error) {
      if (!isDuplicate(error, 'caseId')) throw error
      // There is one since: by this very request, or from another telephone, and then the later words count.
      return (await madeBefore(made)) ?? changeFeedback(writing)
    }
  }
  const { value } = await createOnce<Feedback>({ ...made, create, lookFirst: true })
  return { feedback: value, created: isNew }
}
