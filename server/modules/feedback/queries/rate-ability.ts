import type { CasePorts } from '@server/modules/cases'
import { clock } from '@server/platform/clock'
import { allHaveSpoken, mayBeRated, raterOf, SEAL_MS } from '../feedback.policy'

/** Whether the actor can rate now. A rating can be changed for seven days; those noted before its time was count from closing. */
export const rateAbility: CasePorts['cardAbilities'][number] = ({ doc, actor }) => {
  const rater = mayBeRated(doc, clock.now()) ? raterOf(actor, doc) : undefined
  if (!rater) return []
  if (!doc.ratedBy.includes(rater.personId)) return ['rate']
  const since = doc.ratedAt ?? doc.closedAt
  const fresh = since !== null && clock.ms() < since.getTime() + SEAL_MS
  return fresh && !allHaveSpoken(doc) ? ['rate'] : []
}
