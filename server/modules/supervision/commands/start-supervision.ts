import { byOf, type Case, loadCase, ownerKey, recordCaseEvent } from '@server/modules/cases'
import { shortTime } from '@server/modules/deadlines'
import type { Actor } from '@server/platform/actor'
import { clock } from '@server/platform/clock'
import { inTransaction, ObjectId } from '@server/platform/database'
import { Forbidden } from '@server/platform/errors'
import { alreadyExists, createOnce, markOf, type RequestMark } from '@server/platform/once'
import { newEvent } from '@server/platform/outbox'
import type { Relation } from '@shared/cases/words'
import type { Supervise } from '@shared/supervision/schemas'
import type * as z from 'zod/mini'
import { findByMark } from '../queries/find-supervisions'
import { replyDue } from '../reply-due'
import { type Supervision, SupervisionModel } from '../supervision.model'
import { maySupervise } from '../supervision.policy'
import type { SupervisionRow } from '../supervisions.presenter'

type Body = z.infer<typeof Supervise>

const newSupervision = (options: { actor: Actor; doc: Case; owner: NonNullable<Case['owner']>; body: Body }): Supervision => {
  const { actor, doc, owner, body } = options
  const now = clock.now()
  const dueAt = replyDue(body.dueAt, now)
  return {
    _id: new ObjectId(),
    caseId: doc._id.toHexString(),
    regionCode: doc.regionCode,
    byPersonId: actor.personId,
    byName: actor.name,
    toKey: ownerKey(owner),
    toName: owner.name,
    state: 'waiting',
    open: true,
    dueAt,
    escalateAt: dueAt,
    words: [{ at: now, by: actor.name, side: 'supervisor', text: body.text }],
    startedAt: now,
  }
}

const record = (options: { supervision: Supervision; actor: Actor; relations: Relation[]; mark: RequestMark | undefined }) => {
  const { supervision, actor, relations, mark } = options
  const { _id, caseId, dueAt } = supervision
  const supervisionId = _id.toHexString()
  const stored = { ...supervision, ...(mark ? { request: mark } : {}) }
  return inTransaction(async (session) => {
    await SupervisionModel.collection.insertOne({ ...stored }, { session })
    await recordCaseEvent({
      caseId,
      where: { open: true },
      entry: {
        type: 'supervision.asked',
        by: byOf(actor, relations),
        text: `督办，请在${shortTime(dueAt)}前回复`,
        audience: ['staff'],
      },
      addToSet: { supervisionsOpen: supervisionId },
      events: [newEvent('supervision.changed', { caseId, supervisionId, change: 'asked', byPersonId: actor.personId })],
      session,
    })
    return stored
  })
}

/**
 * Asks about a case from above, once for a key; whoever has the case must reply. Throws Forbidden, InvalidInput for a
 * date that cannot be meant, Conflict while an earlier question of the same person is not done.
 */
export const startSupervision = async (options: {
  actor: Actor
  caseId: string
  body: Body
  key: string | undefined
}): Promise<SupervisionRow & { created: boolean }> => {
  const { actor, caseId, body, key } = options
  const { doc, relations } = await loadCase({ actor, caseId })
  const mark = markOf({ actorId: actor.accountId, call: 'supervisions.start', key, body: { caseId, ...body } })
  const create = async (): Promise<Supervision> => {
    if (!maySupervise({ doc, actor, relations }) || !doc.owner) throw new Forbidden('只有上级督查和综治中心可以督办别人正在办的事')
    const supervision = newSupervision({ actor, doc, owner: doc.owner, body })
    return record({ supervision, actor, relations, mark }).catch(alreadyExists('byPersonId', '您对这件事的督办还没有结束'))
  }
  const { value, created } = await createOnce<Supervision>({ mark, create, find: findByMark })
  return { supervision: value, doc, created }
}
