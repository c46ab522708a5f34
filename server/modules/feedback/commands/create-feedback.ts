import { type Case, recordCaseEvent, type TimelineEntry } from '@server/modules/cases'
import { clock } from '@server/platform/clock'
import { inTransaction, ObjectId, type Session } from '@server/platform/database'
import type { RequestMark } from '@server/platform/once'
import { newEvent, pendingInsert } from '@server/platform/outbox'
import type { GiveFeedback } from '@shared/feedback/schemas'
import { DemandModel } from '../demand.model'
import { type Feedback, FeedbackModel, type Level } from '../feedback.model'
import { allHaveSpoken, SEAL_MS } from '../feedback.policy'
import { keepTask } from './keep-task'

export interface Writing {
  doc: Case
  /** In whose name: a party's. */
  rater: Case['parties'][number]
  /** Who writes it: the party, or a child's guardian. */
  byPersonId: string
  rating: GiveFeedback
  mark: RequestMark | undefined
}

const build = ({ doc, rater, byPersonId, rating, mark }: Writing): Feedback => {
  const now = clock.now()
  const _id = new ObjectId()
  const { overall } = rating
  const { personId, side } = rater
  const event = newEvent('feedback.given', { caseId: doc._id.toHexString(), feedbackId: _id.toHexString(), overall, byPersonId })
  return {
    _id,
    caseId: doc._id,
    personId,
    byPersonId,
    round: doc.round,
    side,
    overall: overall as Level,
    aspects: rating.aspects ?? {},
    text: rating.text ?? '',
    at: now,
    unsealAt: new Date(now.getTime() + SEAL_MS),
    regionCode: doc.regionCode,
    kind: doc.kind,
    category: doc.category,
    ...(mark ? { request: mark, requests: [mark] } : {}),
    ...pendingInsert([event]),
  }
}

/** A side whose demands were judged unreasonable before it spoke: see `judgeDemand`. Both write the case, so one sees the other. */
const leaveOutJudged = async ({ caseId, round, side, _id }: Feedback, session: Session): Promise<void> => {
  const judged = { caseId, caseRound: round, side, state: 'unreasonable' as const }
  if (!(await DemandModel.exists(judged).session(session))) return
  await FeedbackModel.updateOne({ _id }, { $set: { leftOut: true } }, { session })
}

/** The author's side reads in the timeline that it has rated, nobody what. */
const note = (doc: Case, feedback: Feedback, by: TimelineEntry['by'], session: Session): Promise<Case> =>
  recordCaseEvent({
    caseId: doc._id.toHexString(),
    where: { status: doc.status, round: doc.round },
    entry: { type: 'feedback.given', by, text: '已评价', audience: [feedback.side] },
    addToSet: { ratedBy: feedback.personId },
    set: { ratedAt: feedback.at },
    session,
  })

/**
 * Stores a rating, with its task and its mark on the case. Both parties write the case, so of two who rate at once one
 * comes second, sees the other's mark, and unseals both.
 */
export const createFeedback = async (options: Writing & { by: TimelineEntry['by'] }): Promise<Feedback> => {
  const feedback = build(options)
  return inTransaction(async (session) => {
    await FeedbackModel.collection.insertOne({ ...feedback }, { session })
    const doc = await note(options.doc, feedback, options.by, session)
    await keepTask({ doc, feedback, session })
    await leaveOutJudged(feedback, session)
    if (!allHaveSpoken(doc)) return feedback
    const unsealAt = clock.now()
    await FeedbackModel.updateMany({ caseId: doc._id, round: doc.round, unsealAt: { $gt: unsealAt } }, { $set: { unsealAt } }, { session })
    return { ...feedback, unsealAt }
  })
}
