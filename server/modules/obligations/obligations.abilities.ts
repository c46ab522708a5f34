import type { CasePorts } from '@server/modules/cases'
import type { CaseStatus } from '@shared/cases/words'
import { JUDICIAL_PENDING, mayReadObligations } from './obligations.policy'

/** From an agreement on there may be something to perform; what an earlier round promised stays promised. */
const AGREED: readonly CaseStatus[] = ['agreed', 'performing', 'resolved', 'closed', 'archived']

/** The last that the timeline says of judicial confirmation counts. */
const PENDING = JUDICIAL_PENDING.map((state) => `judicial.${state}`)

/** Whether the actor finds obligations here, and may record how judicial confirmation stands. */
export const obligationAbilities: CasePorts['abilities'][number] = ({ doc, relations }) => {
  if (doc.kind !== 'dispute' || !mayReadObligations(relations)) return []
  const types = doc.timeline.map((entry) => entry.type)
  const promised = AGREED.includes(doc.status) || types.includes('obligation.created')
  if (!promised) return []
  const judicial = types.findLast((type) => type.startsWith('judicial.'))
  const pending = judicial !== undefined && PENDING.includes(judicial)
  return relations.includes('owner') && pending ? ['readObligations', 'setJudicial'] : ['readObligations']
}
