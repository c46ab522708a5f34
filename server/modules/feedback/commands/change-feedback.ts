import { clock } from '@server/platform/clock'
import { inTransaction } from '@server/platform/database'
import { Conflict } from '@server/platform/errors'
import { newEvent, pendingUpdate } from '@server/platform/outbox'
import { type Feedback, FeedbackModel } from '../feedback.model'
import { isDissatisfied } from '../feedback.policy'
import type { Writing } from './create-feedback'
import { keepTask } from './keep-task'

const MOST_REMEMBERED = 20

/** Replaces a rating while it is sealed. Throws Conflict `feedback_sealed` afterwards. */
export const changeFeedback = async ({ doc, rater, byPersonId, rating, mark }: Writing): Promise<Feedback> => {
  const { personId } = rater
  const { overall, aspects = {}, text = '' } = rating
  const fields = { overall, byPersonId, aspects, text, at: clock.now(), ...(mark ? { request: mark } : {}) }
  return inTransaction(async (session) => {
    const sealed = { caseId: doc._id, personId, round: doc.round, unsealAt: { $gt: clock.now() } }
    const update = { $set: fields, ...(mark ? { $push: { requests: { $each: [mark], $slice: -MOST_REMEMBERED } } } : {}) }
    const before = (await FeedbackModel.collection.findOneAndUpdate(sealed, update as object, { session })) as Feedback | null
    if (!before) throw new Conflict('feedback_sealed')
    const feedback = { ...before, ...fields } as Feedback
    await keepTask({ doc, feedback, session })
    // Only a turn for the worse is news: somebody has to call.
    if (isDissatisfied(overall) && !isDissatisfied(before.overall)) {
      const data = { caseId: doc._id.toHexString(), feedbackId: before._id.toHexString(), overall, byPersonId }
      const pending = pendingUpdate([newEvent('feedback.given', data)])
      await FeedbackModel.collection.updateOne({ _id: before._id }, { $push: pending.push as never, $set: pending.set }, { session })
    }
    return feedback
  })
}
