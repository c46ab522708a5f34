import type { CasePorts } from '@server/modules/cases'
import { clock } from '@server/platform/clock'
import { allHaveSpoken, isFresh, mayBeRated, raterOf } from '../feedback.policy'

/** Whether the actor can rate now, or change the rating. */
export const rateAbility: CasePorts['cardAbilities'][number] = ({ doc, actor }) => {
  const now = clock.now()
  const rater = mayBeRated(doc, now) ? raterOf(actor, doc) : undefined
  if (!rater) return []
  const isOpen = !doc.ratedBy.includes(rater.personId) || (isFresh(doc, now) && !allHaveSpoken(doc))
  return isOpen ? ['rate'] : []
}
