import type { Case, Question } from './case.model'
import { ownerKey } from './keys'

/** Whether an answer to a question is still expected. */
export const isWaiting = (question: Pick<Question, 'answeredAt'> & { withdrawnAt?: Date | undefined }): boolean =>
  question.answeredAt === null && question.withdrawnAt === undefined

/** The inbox keys once a question waits no longer: without the one asked, unless another question to it does or the case is its own. */
export const inboxWithout = (doc: Case, { id, toKey }: Question): string[] => {
  const waits = doc.questions.some((one) => one.id !== id && one.toKey === toKey && isWaiting(one))
  return waits || (doc.owner && ownerKey(doc.owner) === toKey) ? doc.inboxKeys : doc.inboxKeys.filter((key) => key !== toKey)
}

/** That a question waits, as a condition of the write that ends it. */
export const waitingQuestion = (id: string) => ({
  questions: { $elemMatch: { id, answeredAt: null, withdrawnAt: { $exists: false } } },
})
