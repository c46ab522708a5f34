import { byOf, type Case, loadCase, type Owner } from '@server/modules/cases'
import type { Actor } from '@server/platform/actor'
import { clock } from '@server/platform/clock'
import { ObjectId } from '@server/platform/database'
import { Conflict, Forbidden } from '@server/platform/errors'
import { alreadyExists, createOnce, markOf, type RequestMark } from '@server/platform/once'
import type { AvoidanceBy } from '@shared/dispatch/schemas'
import { type Avoidance, AvoidanceModel } from '../avoidance.model'
import { askerOf, handlerOf } from '../avoidance.policy'
import { BY_ITSELF } from '../avoidance-words'
import { handOver } from './hand-over'
import { recordAvoidance } from './record-avoidance'

interface Asked {
  value: Avoidance
  created: boolean
}

const byMark = (mark: RequestMark): Promise<Avoidance | null> =>
  AvoidanceModel.findOne({ 'request.by': mark.by, 'request.key': mark.key }).lean<Avoidance>()

/** A new request; what a mediator declares is granted by it. */
export const newAvoidance = (options: {
  doc: Case
  mediator: Owner
  by: AvoidanceBy
  askedBy: string | null
  reason: string
}): Avoidance => {
  const { doc, mediator, by, askedBy, reason } = options
  const now = clock.now()
  const declared = by === 'mediator' && askedBy !== null
  return {
    _id: new ObjectId(),
    caseId: doc._id.toHexString(),
    regionCode: doc.regionCode,
    by,
    askedBy,
    mediatorId: mediator.id,
    mediatorName: mediator.name,
    reason,
    askedAt: now,
    state: declared ? 'granted' : 'open',
    decidedBy: null,
    decidedAt: declared ? now : null,
    decision: declared ? BY_ITSELF : null,
    assigneeId: null,
    hiddenFrom: [...doc.parties.map((party) => party.personId), mediator.id],
  }
}

const record = (options: Parameters<typeof recordAvoidance>[0]): Promise<Avoidance> =>
  recordAvoidance(options).catch(alreadyExists('caseId', '您这一方已经请求过了，请等综治中心决定'))

/**
 * A side asks for another mediator, and the centre will decide; or the mediator declares a conflict of interest, and the
 * case goes to somebody else at once. Throws Forbidden, and Conflict while the side's earlier request is not decided.
 */
export const askAvoidance = async (options: { actor: Actor; caseId: string; reason: string; key: string | undefined }): Promise<Asked> => {
  const { actor, caseId, reason, key } = options
  const mark = markOf({ actorId: actor.accountId, call: 'avoidance.ask', key, body: { caseId, reason } })
  const create = async (): Promise<Avoidance> => {
    const { doc, relations } = await loadCase({ actor, caseId })
    const by = askerOf({ doc, actor, relations })
    if (!by) throw new Forbidden('只有当事人可以请求换人，只有承办人可以自己申请回避')
    const mediator = handlerOf(doc)
    if (!mediator) throw new Conflict('conflict', '这件事现在不在调解员手上，不用换人')
    const avoidance = { ...newAvoidance({ doc, mediator, by, askedBy: actor.personId, reason }), ...(mark ? { request: mark } : {}) }
    return record({ avoidance, by: byOf(actor, relations) })
  }
  // Whoever declared a conflict has lost the case by it, and could not load it again.
  const asked = await createOnce<Avoidance>({ mark, create, find: byMark, lookFirst: true })
  if (asked.value.state === 'granted') await handOver({ avoidance: asked.value })
  return asked
}
