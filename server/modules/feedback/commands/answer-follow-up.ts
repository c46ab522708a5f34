import { byOf, recordCaseEvent, type Side } from '@server/modules/cases'
import type { Actor } from '@server/platform/actor'
import { clock } from '@server/platform/clock'
import { inTransaction } from '@server/platform/database'
import { Conflict, Forbidden } from '@server/platform/errors'
import { newEvent } from '@server/platform/outbox'
import type { AnswerFollowUp } from '@shared/feedback/schemas'
import type * as z from 'zod/mini'
import { type FollowUp, FollowUpModel } from '../follow-up.model'
import { isTime } from '../follow-up-days'
import { answeringSide, hasAnswered } from '../follow-ups.policy'
import { loadFollowUp } from '../queries/load-follow-up'

type Input = z.infer<typeof AnswerFollowUp>
type Writing = { actor: Actor; side: Side; followUp: FollowUp; input: Input; relations: Parameters<typeof byOf>[1] }

const write = ({ actor, side, followUp, input, relations }: Writing): Promise<FollowUp> => {
  const { personId } = actor
  const caseId = followUp.caseId.toHexString()
  const answer = { personId, side, result: input.result, note: input.note ?? '', at: clock.now() }
  return inTransaction(async (session) => {
    const open = { _id: followUp._id, state: 'open' as const, 'answers.personId': { $ne: personId } }
    const answered = await FollowUpModel.findOneAndUpdate(
      open,
      { $push: { answers: answer } },
      { returnDocument: 'after', session },
    ).lean<FollowUp>()
    if (!answered) throw new Conflict('already_exists')
    const data = { caseId, followUpId: followUp._id.toHexString(), change: 'answered', byPersonId: personId }
    await recordCaseEvent({
      caseId,
      entry: { type: 'followUp.answered', by: byOf(actor, relations), text: '已填写回访问卷', audience: [side, 'staff'] },
      events: [newEvent('followUp.changed', data)],
      session,
    })
    return answered
  })
}

/** Fills in the form for one of the parties, once. */
export const answerFollowUp = async (options: { actor: Actor; followUpId: string; input: Input }) => {
  const { actor, followUpId, input } = options
  const { followUp, doc, relations } = await loadFollowUp({ actor, followUpId })
  const side = answeringSide(actor, doc)
  if (!side) throw new Forbidden('只有当事人可以填写')
  if (hasAnswered(followUp, actor.personId)) throw new Conflict('already_exists', '您已经填写过了')
  if (followUp.state !== 'open' || !isTime(followUp.dueOn)) throw new Conflict('move_not_allowed', '现在不用填写这份问卷')
  return { followUp: await write({ actor, side, followUp, input, relations }), doc, relations }
}
