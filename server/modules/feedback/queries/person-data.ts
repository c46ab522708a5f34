import { type Feedback, FeedbackModel } from '../feedback.model'

const MOST = 1000

/** What a person has rated, for the export of the person's data. */
export const feedbackOfPerson = async (personId: string): Promise<unknown[]> => {
  const given = await FeedbackModel.find({ personId }).sort({ at: -1 }).limit(MOST).lean<Feedback[]>()
  return given.map(({ caseId, overall, aspects, text, at }) => ({
    caseId: caseId.toHexString(),
    overall,
    aspects,
    text,
    at: at.toISOString(),
  }))
}
