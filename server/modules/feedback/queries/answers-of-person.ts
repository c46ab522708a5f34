import { type FollowUp, FollowUpModel } from '../follow-up.model'

const MOST = 1000

/** What a person has answered when a case was followed up, for the export of the person's data. */
export const answersOfPerson = async (personId: string): Promise<unknown[]> => {
  const found = await FollowUpModel.find({ 'answers.personId': personId }).limit(MOST).lean<FollowUp[]>()
  return found.flatMap(({ caseId, answers }) =>
    answers
      .filter((answer) => answer.personId === personId)
      .map(({ result, note, at }) => ({ caseId: caseId.toHexString(), result, note, at: at.toISOString() })),
  )
}
