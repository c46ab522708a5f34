import { byOf, recordCaseEvent } from '@server/modules/cases'
import type { Actor } from '@server/platform/actor'
import { clock } from '@server/platform/clock'
import { inTransaction } from '@server/platform/database'
import { Conflict, Forbidden } from '@server/platform/errors'
import { newEvent } from '@server/platform/outbox'
import { EVERYONE } from '@shared/cases/words'
import { FOLLOW_UP_METHOD_NAMES, FOLLOW_UP_RESULT_NAMES, type RecordFollowUp } from '@shared/feedback/schemas'
import type * as z from 'zod/mini'
import { type FollowUp, FollowUpModel } from '../follow-up.model'
import { isTime } from '../follow-up-days'
import { loadFollowUp } from '../queries/load-follow-up'

type Input = z.infer<typeof RecordFollowUp>

const write = (options: { actor: Actor; followUp: FollowUp; input: Input; relations: Parameters<typeof byOf>[1] }): Promise<FollowUp> => {
  const { actor, followUp, input, relations } = options
  const { method, result, note } = input
  const { personId, name } = actor
  const caseId = followUp.caseId.toHexString()
  const fields = { state: 'done' as const, method, result, note, by: { personId, name }, doneAt: clock.now() }
  return inTransaction(async (session) => {
    const open = { _id: followUp._id, state: 'open' as const }
    const done = await FollowUpModel.findOneAndUpdate(open, { $set: fields }, { returnDocument: 'after', session }).lean<FollowUp>()
    if (!done) throw new Conflict()
    const text = `第${followUp.round}次回访（${FOLLOW_UP_METHOD_NAMES[method]}）：${FOLLOW_UP_RESULT_NAMES[result]}`
    const data = { caseId, followUpId: followUp._id.toHexString(), change: 'recorded', byPersonId: personId }
    await recordCaseEvent({
      caseId,
      entry: { type: 'followUp.recorded', by: byOf(actor, relations), text, audience: [...EVERYONE] },
      events: [newEvent('followUp.changed', data)],
      session,
    })
    return done
  })
}

/** Records a visit or a call, once: of those who record it at once, one. For whoever has the case. */
export const recordFollowUp = async (options: { actor: Actor; followUpId: string; input: Input }) => {
  const { actor, followUpId, input } = options
  const { followUp, doc, relations } = await loadFollowUp({ actor, followUpId })
  if (!relations.includes('owner')) throw new Forbidden()
  if (followUp.state !== 'open') throw new Conflict()
  if (!isTime(followUp.dueOn)) throw new Conflict('move_not_allowed', '还没有到回访的时间')
  return { followUp: await write({ actor, followUp, input, relations }), doc, relations }
}
