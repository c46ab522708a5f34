import type { CasePorts } from '@server/modules/cases'
import { clock } from '@server/platform/clock'
import { isRateable } from '@shared/cases/words'
import { allHaveSpoken, raterOf, SEAL_MS } from '../feedback.policy'

/** Whether the actor can rate now. A rating can be changed for seven days, of which those after closing are certain. */
export const rateAbility: CasePorts['abilities'][number] = ({ doc, actor }) => {
  if (!isRateable(doc.status) || !raterOf(actor, doc)) return []
  if (!doc.ratedBy.includes(actor.personId)) return ['rate']
  const fresh = doc.closedAt !== null && clock.ms() < doc.closedAt.getTime() + SEAL_MS
  return fresh && !allHaveSpoken(doc) ? ['rate'] : []
}
