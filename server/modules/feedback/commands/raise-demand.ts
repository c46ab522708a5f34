import { byOf, type Case, loadCase, recordCaseEvent } from '@server/modules/cases'
import type { Actor } from '@server/platform/actor'
import { clock } from '@server/platform/clock'
import { inTransaction, ObjectId } from '@server/platform/database'
import { Conflict, Forbidden, InvalidInput } from '@server/platform/errors'
import { alreadyExists, createOnce, markOf, type RequestMark } from '@server/platform/once'
import { newEvent } from '@server/platform/outbox'
import type { Relation } from '@shared/cases/words'
import type { RaiseDemand } from '@shared/feedback/schemas'
import type * as z from 'zod/mini'
import { type Demand, DemandModel } from '../demand.model'
import { isRaisable, mayRaise } from '../demands.policy'

type Input = z.infer<typeof RaiseDemand>
const SIDE_WORDS = { applicant: '申请人', respondent: '对方当事人' } as const

const build = ({ actor, doc, input }: { actor: Actor; doc: Case; input: Input }): Demand => ({
  _id: new ObjectId(),
  caseId: doc._id,
  caseRound: doc.round,
  regionCode: doc.regionCode,
  ...input,
  raisedBy: { personId: actor.personId, name: actor.name },
  raisedAt: clock.now(),
  state: 'open',
  judgedBy: null,
  judgedAt: null,
  judgement: null,
  hiddenFrom: [...new Set([actor.personId, ...doc.parties.map((party) => party.personId)])],
})

const insert = (demand: Demand, actor: Actor, relations: Relation[]): Promise<Demand> =>
  inTransaction(async (session) => {
    const caseId = demand.caseId.toHexString()
    await DemandModel.collection.insertOne({ ...demand }, { session })
    const text = `请综治中心判断${SIDE_WORDS[demand.side]}的一项要求是否合理`
    const data = { caseId, demandId: demand._id.toHexString(), change: 'raised', byPersonId: actor.personId }
    await recordCaseEvent({
      caseId,
      // What the demand rests on must still be the round that was looked at.
      where: { round: demand.caseRound },
      entry: { type: 'demand.raised', by: byOf(actor, relations), text, audience: ['staff'] },
      events: [newEvent('demand.changed', data)],
      session,
    })
    return demand
  })

const findByMark = (mark: RequestMark): Promise<Demand | null> =>
  DemandModel.findOne({ 'request.by': mark.by, 'request.key': mark.key }).lean<Demand>().exec()

/** Asks the centre to judge a demand, once for a key; one at a time for each side. */
export const raiseDemand = async (options: { actor: Actor; caseId: string; input: Input; key: string | undefined }) => {
  const { actor, caseId, input, key } = options
  const { doc, relations } = await loadCase({ actor, caseId })
  if (!mayRaise(relations)) throw new Forbidden()
  const mark = markOf({ actorId: actor.accountId, call: 'demands.raise', key, body: { caseId, ...input } })
  const create = async (): Promise<Demand> => {
    if (!isRaisable(doc.status)) throw new Conflict('move_not_allowed')
    if (!doc.parties.some((party) => party.side === input.side)) throw InvalidInput.field('side', 'unknown_party', '这件事没有这一方')
    const demand = { ...build({ actor, doc, input }), ...(mark ? { request: mark } : {}) }
    return insert(demand, actor, relations).catch(alreadyExists('side', '这一方的要求已经在等综治中心判断'))
  }
  const { value, created } = await createOnce<Demand>({ mark, create, find: findByMark })
  return { demand: value, doc, created }
}
