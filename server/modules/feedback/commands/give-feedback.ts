import { byOf, type Case, loadCase } from '@server/modules/cases'
import type { Actor } from '@server/platform/actor'
import { isDuplicate } from '@server/platform/database'
import { Conflict, Forbidden } from '@server/platform/errors'
import { madeBefore, markOf, type RequestMark } from '@server/platform/once'
import { isRateable } from '@shared/cases/words'
import type { GiveFeedback } from '@shared/feedback/schemas'
import { type Feedback, FeedbackModel } from '../feedback.model'
import { raterOf } from '../feedback.policy'
import { changeFeedback } from './change-feedback'
import { createFeedback } from './create-feedback'

export interface Given {
  feedback: Feedback
  created: boolean
}

const findByMark = (mark: RequestMark): Promise<Feedback | null> =>
  FeedbackModel.findOne({ 'request.by': mark.by, 'request.key': mark.key }).lean<Feedback>().exec()

const checkMayRate = (actor: Actor, doc: Case) => {
  const rater = raterOf(actor, doc)
  if (!rater) throw new Forbidden('只有当事人可以评价')
  if (!isRateable(doc.status)) throw new Conflict('not_closed')
  return rater
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
  const rater = checkMayRate(actor, doc)
  const mark = markOf({ actorId: actor.accountId, call: 'feedback.give', key, body: { caseId, ...rating } })
  const repeat = await madeBefore({ mark, find: findByMark })
  if (repeat) return { feedback: repeat, created: false }
  const writing = { doc, rater, byPersonId: actor.personId, rating, mark }
  if (doc.ratedBy.includes(rater.personId)) return { feedback: await changeFeedback(writing), created: false }
  try {
    return { feedback: await createFeedback({ ...writing, by: byOf(actor, relations) }), created: true }
  } catch (error) {
    // The same person was faster on another telephone: the later words count.
    if (isDuplicate(error, 'caseId')) return { feedback: await changeFeedback(writing), created: false }
    if (!isDuplicate(error, 'request.key')) throw error
    const earlier = await madeBefore({ mark, find: findByMark })
    if (!earlier) throw error
    return { feedback: earlier, created: false }
  }
}
