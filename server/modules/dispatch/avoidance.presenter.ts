import { toLocalIso } from '@server/modules/deadlines'
import type { Actor } from '@server/platform/actor'
import { holds } from '@server/platform/actor'
import type { AvoidanceView } from '@shared/dispatch/schemas'
import type { AvoidanceRow } from './queries/find-avoidances'

/** A request for avoidance, for whoever may read it. */
export const presentAvoidance = ({ avoidance, doc }: AvoidanceRow, actor: Actor): AvoidanceView => {
  const { _id, caseId, regionCode, by, mediatorName, reason, askedAt, state, decidedAt, decision, hiddenFrom } = avoidance
  const decides = state === 'open' && holds(actor, 'dispatcher', regionCode) && !hiddenFrom.includes(actor.personId)
  return {
    id: _id.toHexString(),
    caseId,
    caseNumber: doc.number,
    caseTitle: doc.title,
    by,
    mediatorName,
    reason,
    askedAt: toLocalIso(askedAt),
    state,
    decidedAt: decidedAt && toLocalIso(decidedAt),
    decision,
    can: decides ? ['decide'] : [],
  }
}
