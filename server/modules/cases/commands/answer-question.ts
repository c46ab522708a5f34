import type { Actor } from '@server/platform/actor'
import { clock } from '@server/platform/clock'
import { inTransaction } from '@server/platform/database'
import { Conflict, Forbidden, NotFound } from '@server/platform/errors'
import { newEvent } from '@server/platform/outbox'
import type { Relation } from '@shared/cases/words'
import type { Case, Question } from '../case.model'
import { keysOf } from '../cases.policy'
import { findCase } from '../queries/find-case'
import { inboxWithout, waitingQuestion } from '../questions'
import { recordCaseEvent } from './record-case-event'

/** The question, if it was put to the actor and nobody has answered it. */
const questionFor = (actor: Actor, doc: Case, questionId: string): Question => {
  const question = doc.questions.find((one) => one.id === questionId)
  if (!question) throw new NotFound()
  if (!keysOf(actor).includes(question.toKey)) throw new Forbidden()
  if (question.answeredAt) throw new Conflict('conflict', '这个问题已经有人答复了')
  if (question.withdrawnAt) throw new Conflict('conflict', '办理人已经收回这个问题，不用答复了')
  return question
}

/**
 * Answers what was asked; only who was asked may, and once. The case leaves the inbox of those who were asked. The answer
 * goes to the owner: the applicant hears one voice, and learns of no contributor.
 */
export const answerQuestion = (options: {
  actor: Actor
  doc: Case
  relations: Relation[]
  questionId: string
  answer: string
}): Promise<Case> => {
  const { actor, relations, questionId, answer } = options
  const caseId = options.doc._id.toHexString()
  if (!relations.includes('contributor')) throw new Forbidden()
  return inTransaction(async (session) => {
    const doc = await findCase(caseId, session)
    const question = questionFor(actor, doc, questionId)
    return recordCaseEvent({
      caseId,
      where: { open: true, ...waitingQuestion(questionId) },
      entry: {
        type: 'question.answered',
        by: { personId: actor.personId, name: actor.name, side: 'staff' },
        text: `${question.toName}已答复`,
        audience: ['staff'],
      },
      set: {
        'questions.$.answer': answer,
        'questions.$.answeredAt': clock.now(),
        'questions.$.answeredBy': actor.personId,
        inboxKeys: inboxWithout(doc, question),
      },
      events: [newEvent('question.answered', { caseId, questionId, byPersonId: actor.personId })],
      session,
    })
  })
}
