import type { Actor } from '@server/platform/actor'
import { clock } from '@server/platform/clock'
import { inTransaction } from '@server/platform/database'
import { Conflict, Forbidden, NotFound } from '@server/platform/errors'
import { claimFiles, findFiles } from '@server/platform/files'
import { isRepeat, markOf } from '@server/platform/once'
import { newEvent, pendingUpdate } from '@server/platform/outbox'
import type { AnswerTask } from '@shared/consultations/schemas'
import type * as z from 'zod/mini'
import { type Consultation, ConsultationModel, type Task, type TaskAnswer } from '../consultation.model'
import { departmentsOf } from '../consultations.policy'
import { actingAs, entryOf, withEntry } from '../history'
import { loadConsultation } from '../queries/load-consultation'

interface Options {
  actor: Actor
  id: string
  taskId: string
  input: z.infer<typeof AnswerTask>
  key: string | undefined
}

const write = async (doc: Consultation, task: Task, answer: TaskAnswer, actor: Actor): Promise<boolean> => {
  const pending = pendingUpdate([newEvent('consultation.answered', { consultationId: doc._id.toHexString(), taskId: task.id })])
  const by = actingAs(actor, doc, task.organisation)
  const entry = entryOf({ type: 'answer', by, text: `${task.organisation}答复：${answer.done ? '已办理' : '没有办成'}` })
  return inTransaction(async (session) => {
    const { modifiedCount } = await ConsultationModel.updateOne(
      { _id: doc._id, state: 'passedOn', tasks: { $elemMatch: { id: task.id, answer: null } } },
      {
        $set: { 'tasks.$.answer': answer, 'tasks.$.nextAt': null, updatedAt: clock.now(), ...pending.set },
        $inc: { revision: 1 },
        $push: { ...withEntry(entry), ...pending.push },
      },
      { session },
    )
    if (modifiedCount === 1) await claimFiles(answer.files, session)
    return modifiedCount === 1
  })
}

/** A department says what it has done, or why not; once. Throws Forbidden for other departments, Conflict when it has answered. */
export const answerTask = async ({ actor, id, taskId, input, key }: Options): Promise<Consultation> => {
  const doc = await loadConsultation({ actor, id })
  const task = doc.tasks.find((one) => one.id === taskId)
  if (!task) throw new NotFound()
  if (!departmentsOf(actor).includes(task.organisationId)) throw new Forbidden()
  const mark = markOf({ actorId: actor.accountId, call: 'consultations.answerTask', key, body: { ...input, id, taskId } })
  if (isRepeat(task.answer?.request, mark)) return doc
  if (doc.state !== 'passedOn' || task.answer !== null) throw new Conflict('move_not_allowed', '这一项已经答复过了')
  const files = await findFiles({ ids: input.fileIds, personId: actor.personId, kind: 'image' })
  const answer = { text: input.text.trim(), done: input.done, at: clock.now(), files, ...(mark ? { request: mark } : {}) }
  const written = await write(doc, task, answer, actor)
  const now = await loadConsultation({ actor, id })
  const there = now.tasks.find((one) => one.id === taskId)
  // The same request, sent twice at once: the other one has written it.
  if (!written && !isRepeat(there?.answer?.request, mark)) throw new Conflict('move_not_allowed', '这一项已经答复过了')
  return now
}
