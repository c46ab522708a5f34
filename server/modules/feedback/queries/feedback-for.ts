import { type CasePorts, relationsOf } from '@server/modules/cases'
import { clock } from '@server/platform/clock'
import type { FeedbackView } from '@shared/feedback/schemas'
import { type Feedback, FeedbackModel } from '../feedback.model'
import { mayRead } from '../feedback.policy'
import { presentFeedback } from '../feedback.presenter'

const shownFirst = (a: Feedback, b: Feedback): number =>
  b.round - a.round || Number(b.side === 'applicant') - Number(a.side === 'applicant')

/** The one rating that a case shows to a reader, by case id: the own one; for handler and supervisor of the latest round the applicant's first. */
export const feedbackFor: CasePorts['feedbackFor'] = async ({ docs, actor }) => {
  if (docs.length === 0) return new Map()
  const found = await FeedbackModel.find({ caseId: { $in: docs.map((doc) => doc._id) } }).lean<Feedback[]>()
  const now = clock.now()
  const views = new Map<string, FeedbackView>()
  for (const doc of docs) {
    const relations = relationsOf(actor, doc)
    const readable = found.filter((one) => one.caseId.equals(doc._id) && mayRead({ actor, feedback: one, doc, relations, now }))
    const [shown] = readable.sort(shownFirst)
    if (shown) views.set(doc._id.toHexString(), presentFeedback(shown, now))
  }
  return views
}
