import { byOf, type Case, findCase, recordCaseEvent, relationsOf } from '@server/modules/cases'
import type { Actor } from '@server/platform/actor'
import { clock } from '@server/platform/clock'
import { inTransaction, type Session, toObjectId } from '@server/platform/database'
import { Conflict, NotFound } from '@server/platform/errors'
import { newEvent } from '@server/platform/outbox'
import type { JudgeDemand } from '@shared/feedback/schemas'
import type * as z from 'zod/mini'
import { type Demand, DemandModel } from '../demand.model'
import { mayJudge, mayReadDemands } from '../demands.policy'
import { FeedbackModel } from '../feedback.model'

type Input = z.infer<typeof JudgeDemand>

/**
 * Ratings of that side in that round no longer count, those that are still sealed included; nobody learns here whether
 * there are any, and they stay as they are. One that is given later finds the judgement (see `createFeedback`).
 */
const leaveOut = async ({ caseId, caseRound, side }: Demand, session: Session): Promise<void> => {
  await FeedbackModel.updateMany({ caseId, round: caseRound, side }, { $set: { leftOut: true } }, { session })
}

const judge = (demand: Demand, actor: Actor, input: Input): Promise<Demand> =>
  inTransaction(async (session) => {
    const { _id } = demand
    const caseId = demand.caseId.toHexString()
    const state = input.unreasonable ? ('unreasonable' as const) : ('reasonable' as const)
    const judgedBy = { personId: actor.personId, name: actor.name }
    const fields = { state, judgedBy, judgedAt: clock.now(), judgement: input.reason }
    const judged = await DemandModel.findOneAndUpdate(
      { _id, state: 'open' },
      { $set: fields },
      { returnDocument: 'after', session },
    ).lean<Demand>()
    if (!judged) throw new Conflict()
    const text = `综治中心认为这项要求${input.unreasonable ? '不合理，相应评价不计入考核' : '合理'}`
    const data = { caseId, demandId: _id.toHexString(), change: 'judged', byPersonId: actor.personId }
    await recordCaseEvent({
      caseId,
      entry: { type: 'demand.judged', by: byOf(actor, ['dispatcher']), text, audience: ['staff'] },
      events: [newEvent('demand.changed', data)],
      session,
    })
    if (input.unreasonable) await leaveOut(judged, session)
    return judged
  })

/** Judges a demand for the centre, once. Throws NotFound for who has nothing to do with it. */
export const judgeDemand = async (options: { actor: Actor; demandId: string; input: Input }): Promise<{ demand: Demand; doc: Case }> => {
  const { actor, demandId, input } = options
  const _id = toObjectId(demandId)
  const demand = _id && (await DemandModel.findById(_id).lean<Demand>())
  if (!demand || !mayJudge(actor, demand)) throw new NotFound()
  const doc = await findCase(demand.caseId.toHexString())
  // Who has come to take part in the case since does not judge in it.
  if (!mayReadDemands(relationsOf(actor, doc))) throw new NotFound()
  return { demand: await judge(demand, actor, input), doc }
}
