import type { Case } from '@server/modules/cases'
import { toLocalIso } from '@server/modules/deadlines'
import type { Actor } from '@server/platform/actor'
import type { DemandView } from '@shared/feedback/schemas'
import type { Demand } from './demand.model'
import { mayJudge } from './demands.policy'

/** The same for who may know of it, but not read it. */
export const withoutWords = (view: DemandView): DemandView => ({ ...view, what: '', why: '' })

/** A demand, for handlers and the centre. What anybody has rated is no part of it. */
export const presentDemand = (options: { demand: Demand; doc: Case; actor: Actor }): DemandView => {
  const { demand, doc, actor } = options
  const { side, what, why, state, judgement } = demand
  return {
    id: demand._id.toHexString(),
    caseId: doc._id.toHexString(),
    caseNumber: doc.number,
    caseTitle: doc.title,
    side,
    what,
    why,
    raisedBy: demand.raisedBy.name,
    raisedAt: toLocalIso(demand.raisedAt),
    state,
    judgedBy: demand.judgedBy?.name ?? null,
    judgedAt: demand.judgedAt && toLocalIso(demand.judgedAt),
    judgement,
    can: state === 'open' && mayJudge(actor, demand) ? ['judge'] : [],
  }
}
