import { createHash } from 'node:crypto'
import { dueAt } from '@server/modules/deadlines'
import { organisationById, personHolds, personNames } from '@server/modules/identity'
import type { Actor } from '@server/platform/actor'
import { clock } from '@server/platform/clock'
import { inTransaction, ObjectId } from '@server/platform/database'
import { AppError, Conflict, InvalidInput } from '@server/platform/errors'
import { claimFiles, findFiles } from '@server/platform/files'
import { newEvent } from '@server/platform/outbox'
import type { AskContributor } from '@shared/cases/schemas'
import type { Relation } from '@shared/cases/words'
import { handlesCases, type StaffRole } from '@shared/identity/schemas'
import type * as z from 'zod/mini'
import type { Case, Question } from '../case.model'
import { organisationKey, ownerKey, personKey } from '../keys'
import { findCase } from '../queries/find-case'
import { MOST_QUESTIONS } from '../talk.policy'
import { byOf } from '../timeline'
import { recordCaseEvent } from './record-case-event'

type Body = z.infer<typeof AskContributor>
type Target = Pick<Question, 'toKey' | 'toName'>

/** Who can be asked by name: those who handle cases, for the region of the case. */
const ASKED: readonly StaffRole[] = ['mediator', 'gridWorker', 'officer', 'dispatcher', 'department']

const unknown = (field: string) => InvalidInput.field(field, 'unknown_contributor', '找不到这个单位或人员')

const personTarget = async (personId: string, doc: Case): Promise<Target> => {
  if (doc.parties.some((party) => party.personId === personId)) throw InvalidInput.field('personId', 'is_party', '不能请当事人协助')
  const held = await Promise.all(ASKED.map((role) => personHolds({ personId, role, regionCode: doc.regionCode })))
  const name = held.includes(true) ? (await personNames([personId])).get(personId) : undefined
  if (!name) throw unknown('personId')
  return { toKey: personKey(personId), toName: name }
}

const organisationTarget = async (organisationId: string): Promise<Target> => {
  const organisation = await organisationById(organisationId)
  if (!organisation || !handlesCases(organisation.kind)) throw unknown('organisationId')
  return { toKey: organisationKey(organisationId), toName: organisation.name }
}

const targetOf = async ({ organisationId, personId }: Body, doc: Case): Promise<Target> => {
  if ((organisationId === undefined) === (personId === undefined))
    throw InvalidInput.field('organisationId', 'one_of', '请选择一个单位，或者一个人')
  const target = personId === undefined ? await organisationTarget(organisationId ?? '') : await personTarget(personId, doc)
  if (doc.owner && ownerKey(doc.owner) === target.toKey)
    throw InvalidInput.field(personId ? 'personId' : 'organisationId', 'is_owner', '这件事已经在对方手上')
  return target
}

/** With a key, the id follows from it: that is how a repeat finds what it made. */
const idFor = (actor: Actor, key: string | undefined): string =>
  key === undefined ? new ObjectId().toHexString() : createHash('sha256').update(`${actor.accountId} ${key}`).digest('hex').slice(0, 24)

const USUAL = { amount: 2, unit: 'workingDays' } as const
const LATEST_MS = 90 * 86_400_000

/** By when an answer is awaited; two working days when nothing is said. Throws InvalidInput. */
const answerDue = (asked: string | undefined, now: Date): Date => {
  if (asked === undefined) return dueAt({ from: now, limit: USUAL })
  const due = new Date(asked)
  if (due <= now || due.getTime() > now.getTime() + LATEST_MS) throw InvalidInput.field('dueAt', 'out_of_range', '答复期限要在今后90天以内')
  return due
}

const keyFor = ({ organisationId, personId }: Body): string =>
  personId === undefined ? organisationKey(organisationId ?? '') : personKey(personId)

/** What the same request has asked before; the key must have come with the same words. */
const askedBefore = (doc: Case, id: string, body: Body): Question | undefined => {
  const earlier = doc.questions.find((one) => one.id === id)
  if (!earlier) return undefined
  const { toKey, question, files, dueAt: due } = earlier
  const asked = [toKey, question, files.map((file) => file.id), body.dueAt && due?.getTime()]
  const wanted = [keyFor(body), body.question, body.fileIds ?? [], body.dueAt && new Date(body.dueAt).getTime()]
  if (JSON.stringify(asked) !== JSON.stringify(wanted)) throw new AppError(422, 'idempotency_mismatch')
  return earlier
}

interface Asking {
  actor: Actor
  doc: Case
  relations: Relation[]
  body: Body
  key: string | undefined
}

const questionOf = async ({ actor, doc, body }: Asking, id: string): Promise<Question> => {
  const target = await targetOf(body, doc)
  const files = await findFiles({ ids: body.fileIds ?? [], personId: actor.personId, kind: 'any' })
  const now = clock.now()
  const rest = { answer: null, answeredAt: null, answeredBy: null, dueAt: answerDue(body.dueAt, now) }
  return { id, ...target, question: body.question, files, askedAt: now, ...rest }
}

const ask = async (asking: Asking, id: string): Promise<Case> => {
  const { actor, doc, relations } = asking
  const caseId = doc._id.toHexString()
  const question = await questionOf(asking, id)
  const by = byOf(actor, relations)
  return inTransaction(async (session) => {
    await claimFiles(question.files, session)
    return recordCaseEvent({
      caseId,
      where: { open: true, 'questions.id': { $ne: id }, [`questions.${MOST_QUESTIONS - 1}`]: { $exists: false } },
      entries: [
        { type: 'question.asked', by, text: `请${question.toName}协助`, audience: ['staff'] },
        // One voice: the applicant does not hear of whom.
        { type: 'question.asked', by, text: '请有关单位协助', audience: ['applicant'] },
      ],
      push: { questions: question },
      addToSet: { inboxKeys: question.toKey },
      events: [newEvent('question.asked', { caseId, questionId: id, byPersonId: actor.personId })],
      session,
    })
  })
}

/** Puts a question to an organisation or a person of the staff, once for a key; until it is answered, it stands in their inbox. */
export const askContributor = async (asking: Asking): Promise<{ doc: Case; created: boolean }> => {
  const { actor, doc, body, key } = asking
  const id = idFor(actor, key)
  if (askedBefore(doc, id, body)) return { doc, created: false }
  try {
    return { doc: await ask(asking, id), created: true }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    // The same request, sent twice at once: the other one has asked.
    const now = await findCase(doc._id.toHexString())
    if (askedBefore(now, id, body)) return { doc: now, created: false }
    throw error instanceof Conflict ? new Conflict('conflict', '这件事已经办结，或者请的人太多了') : error
  }
}
