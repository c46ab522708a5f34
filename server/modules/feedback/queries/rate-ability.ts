import type { CasePorts } from '@server/modules/cases'
import { clock } from '@server/platform/clock'
import { isRateable } from '@shared/cases/words'
import { allHaveSpoken, raterOf, SEAL_MS } from '../feedback.policy'

/** Whether the actor can rate now. A rating can be changed for seven days, of which those after closing are certain. */
export const rateAbility: CasePorts['cardAbilities'][number] = ({ doc, actor }) => {
  const rater = isRateable(doc.status) ? raterOf(actor, doc) : undefined
  if (!rater) return []
  if (!doc.ratedBy.includes(rater.personId)) return ['rate']
  const fresh = doc.closedAt !== null && clock.ms() < doc.closedAt.getTime() + SEAL_MS
  return fresh && !allHaveSpoken(doc) ? ['rate'] : []
}
