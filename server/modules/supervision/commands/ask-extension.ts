import { byOf, type Case, deadlinesExtended, loadCase, recordCaseEvent } from '@server/modules/cases'
import type { Actor } from '@server/platform/actor'
import { clock } from '@server/platform/clock'
import { inTransaction, ObjectId } from '@server/platform/database'
import { Forbidden, InvalidInput } from '@server/platform/errors'
import { alreadyExists, createOnce, markOf, type RequestMark } from '@server/platform/once'
import { newEvent } from '@server/platform/outbox'
import type { Relation } from '@shared/cases/words'
import { DEADLINE_NAMES } from '@shared/deadlines/limits'
import type { AskExtension } from '@shared/supervision/schemas'
import type * as z from 'zod/mini'
import { type Extension, ExtensionModel } from '../extension.model'
import type { ExtensionRow } from '../extensions.presenter'
import { findByMark } from '../queries/find-extensions'
import { mayAskExtension } from '../supervision.policy'

type Body = z.infer<typeof AskExtension>

const dueOf = (deadlines: Case['deadlines'], kind: Body['deadline']): Date | undefined =>
  deadlines.find((one) => one.kind === kind && one.open)?.dueAt

const newExtension = (options: { actor: Actor; doc: Case; body: Body }): Extension => {
  const { actor, doc, body } = options
  const now = clock.now()
  const dueAt = body.deadline === 'confirm' ? undefined : dueOf(doc.deadlines, body.deadline)
  const longer = deadlinesExtended({ doc, deadline: body.deadline, days: body.workingDays, now })
  const newDueAt = dueOf(longer, body.deadline)
  if (!dueAt || !newDueAt) throw InvalidInput.field('deadline', 'not_running', '这个期限现在没有在计算')
  return {
    _id: new ObjectId(),
    caseId: doc._id.toHexString(),
    regionCode: doc.regionCode,
    ...body,
    askedById: actor.personId,
    askedBy: actor.name,
    askedAt: now,
    dueAt,
    newDueAt,
    state: 'open',
    decision: null,
    decidedById: null,
    decidedBy: null,
    decidedAt: null,
  }
}

const record = (options: { extension: Extension; actor: Actor; relations: Relation[]; mark: RequestMark | undefined }) => {
  const { extension, actor, relations, mark } = options
  const { _id, caseId, deadline, workingDays } = extension
  const stored = { ...extension, ...(mark ? { request: mark } : {}) }
  const data = { caseId, extensionId: _id.toHexString(), change: 'asked', byPersonId: actor.personId }
  return inTransaction(async (session) => {
    await ExtensionModel.collection.insertOne({ ...stored }, { session })
    await recordCaseEvent({
      caseId,
      where: { open: true, deadlines: { $elemMatch: { kind: deadline, open: true } } },
      entry: {
        type: 'extension.asked',
        by: byOf(actor, relations),
        text: `申请把${DEADLINE_NAMES[deadline]}延长${workingDays}个工作日`,
        audience: ['staff'],
      },
      addToSet: { extensionsOpen: deadline },
      events: [newEvent('extension.changed', data)],
      session,
    })
    return stored
  })
}

/**
 * The owner asks for more time for one of the running deadlines, once for a key; the centre decides. Throws Forbidden,
 * InvalidInput for a deadline that does not run, Conflict while an earlier request for it waits.
 */
export const askExtension = async (options: {
  actor: Actor
  caseId: string
  body: Body
  key: string | undefined
}): Promise<ExtensionRow & { created: boolean }> => {
  const { actor, caseId, body, key } = options
  const { doc, relations } = await loadCase({ actor, caseId })
  const mark = markOf({ actorId: actor.accountId, call: 'extensions.ask', key, body: { caseId, ...body } })
  const create = async (): Promise<Extension> => {
    if (!mayAskExtension({ doc, actor, relations })) throw new Forbidden('只有承办人可以在办理期间申请延期')
    const extension = newExtension({ actor, doc, body })
    return record({ extension, actor, relations, mark }).catch(alreadyExists('deadline', '这个期限已经申请过延期，请等综治中心决定'))
  }
  const { value, created } = await createOnce<Extension>({ mark, create, find: findByMark })
  return { extension: value, doc, created }
}
