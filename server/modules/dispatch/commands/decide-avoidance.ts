import { byOf, type Case, loadCase } from '@server/modules/cases'
import type { Actor } from '@server/platform/actor'
import { Conflict, Forbidden, InvalidInput } from '@server/platform/errors'
import type { DecideAvoidance } from '@shared/dispatch/schemas'
import type * as z from 'zod/mini'
import type { Avoidance } from '../avoidance.model'
import { handlerOf, mayDecide } from '../avoidance.policy'
import { decidedText } from '../avoidance-words'
import { findAssignee } from '../queries/find-assignee'
import { findAvoidance } from '../queries/find-avoidances'
import { closeAvoidance } from './close-avoidance'
import { handOver } from './hand-over'

type Body = z.infer<typeof DecideAvoidance>

const stillWith = (doc: Case, { mediatorId }: Avoidance): boolean => handlerOf(doc)?.id === mediatorId

/** Whom the centre names must be fit for it before anything is decided; asked as for the handing over itself. */
const checkAssignee = async (options: { doc: Case; avoidance: Avoidance; body: Body }): Promise<void> => {
  const { doc, avoidance, body } = options
  if (body.assigneeId === undefined) return
  if (!body.granted) throw InvalidInput.field('assigneeId', 'not_wanted', '不同意换人时不用选人')
  if (stillWith(doc, avoidance)) await findAssignee({ doc, move: 'transfer', actor: 'system', assigneeId: body.assigneeId })
}

/**
 * The centre decides, once. Granted: the mediator is not given the case again, and it goes to whom the centre names, or
 * to whoever fits best. Throws NotFound, Forbidden, InvalidInput for an unfit assignee, Conflict when it is decided.
 */
export const decideAvoidance = async (options: { actor: Actor; requestId: string; body: Body }): Promise<Avoidance> => {
  const { actor, requestId, body } = options
  const avoidance = await findAvoidance(requestId)
  const { doc, relations } = await loadCase({ actor, caseId: avoidance.caseId })
  if (!mayDecide({ actor, relations, mediatorId: avoidance.mediatorId })) throw new Forbidden('由综治中心的其他工作人员决定')
  if (avoidance.state !== 'open') throw new Conflict('conflict', '这个请求已经决定过了')
  await checkAssignee({ doc, avoidance, body })
  const { granted, reason, assigneeId = null } = body
  const text = decidedText(granted, reason)
  const by = byOf(actor, relations)
  const decided = await closeAvoidance({ avoidance, granted, decision: reason, decidedBy: actor.personId, assigneeId, by, text })
  if (granted) await handOver({ avoidance: decided })
  return decided
}
