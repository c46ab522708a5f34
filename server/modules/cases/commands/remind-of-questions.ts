import { clock } from '@server/platform/clock'
import { Conflict } from '@server/platform/errors'
import { newEvent } from '@server/platform/outbox'
import { type Case, caseCollection, type Question } from '../case.model'
import { isWaiting } from '../questions'
import { recordCaseEvent } from './record-case-event'

const BATCH = 100

const isLate = (question: Question, now: Date): boolean =>
  isWaiting(question) && question.remindedAt === undefined && question.dueAt !== undefined && question.dueAt <= now

/** One reminder for one question: of several processes one writes it. */
const remind = async (doc: Case, { id, toName }: Question): Promise<boolean> => {
  const caseId = doc._id.toHexString()
  const late = { id, answeredAt: null, withdrawnAt: { $exists: false }, remindedAt: { $exists: false } }
  try {
    await recordCaseEvent({
      caseId,
      where: { open: true, questions: { $elemMatch: late } },
      entry: {
        type: 'question.overdue',
        by: { personId: null, name: '', side: 'system' },
        text: `${toName}到期未答复，已提醒`,
        audience: ['staff'],
      },
      set: { 'questions.$.remindedAt': clock.now() },
      events: [newEvent('question.overdue', { caseId, questionId: id })],
    })
    return true
  } catch (error) {
    // Answered, taken back or told of at this very moment.
    if (error instanceof Conflict) return false
    throw error
  }
}

/** Tells once of each question whose answer is late; answers of how many. A job, safe to run twice. */
export const remindOfQuestions = async (): Promise<number> => {
  let told = 0
  for (;;) {
    const now = clock.now()
    const late = { dueAt: { $lte: now }, answeredAt: null, withdrawnAt: { $exists: false }, remindedAt: { $exists: false } }
    const docs = (await caseCollection()
      .find({ open: true, 'questions.dueAt': { $lte: now }, questions: { $elemMatch: late } } as never, { projection: { questions: 1 } })
      .hint('asked')
      .limit(BATCH)
      .toArray()) as Case[]
    let done = 0
    for (const doc of docs) for (const question of doc.questions) if (isLate(question, now) && (await remind(doc, question))) done += 1
    told += done
    if (docs.length < BATCH || done === 0) return told
  }
}
