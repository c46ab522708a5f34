import type { Actor } from '@server/platform/actor'
import { clock } from '@server/platform/clock'
import { inTransaction } from '@server/platform/database'
import { Conflict, Forbidden, NotFound } from '@server/platform/errors'
import { newEvent } from '@server/platform/outbox'
import type { Relation } from '@shared/cases/words'
import type { Case } from '../case.model'
import { findCase } from '../queries/find-case'
import { inboxWithout, isWaiting, waitingQuestion } from '../questions'
import { byOf } from '../timeline'
import { recordCaseEvent } from './record-case-event'

/**
 * Takes a question back that nobody has answered: nothing is expected any more, and the case leaves the inbox of who was
 * asked. Whoever saw the question still reads it. Throws Forbidden, NotFound, Conflict for one that waits no longer.
 */
export const withdrawQuestion = (options: { actor: Actor; doc: Case; relations: Relation[]; questionId: string }): Promise<Case> => {
  const { actor, relations, questionId } = options
  const caseId = options.doc._id.toHexString()
  if (!relations.includes('owner')) throw new Forbidden()
  return inTransaction(async (session) => {
    const doc = await findCase(caseId, session)
    const question = doc.questions.find((one) => one.id === questionId)
    if (!question) throw new NotFound()
    if (!isWaiting(question)) throw new Conflict('conflict', question.answeredAt ? '这个问题已经有人答复了' : '这个问题已经收回了')
    return recordCaseEvent({
      caseId,
      where: { open: true, ...waitingQuestion(questionId) },
      entry: { type: 'question.withdrawn', by: byOf(actor, relations), text: `不再请${question.toName}答复`, audience: ['staff'] },
      set: { 'questions.$.withdrawnAt': clock.now(), inboxKeys: inboxWithout(doc, question) },
      events: [newEvent('question.withdrawn', { caseId, questionId, byPersonId: actor.personId })],
      session,
    })
  })
}
