import type { CasePorts } from '@server/modules/cases'
import type { Ability } from '@shared/cases/schemas'
import { awaitsJudgement, isRaisable, mayRaise } from './demands.policy'
import { answeringSide, isFollowedUp } from './follow-ups.policy'

/** What follows a case: its follow-ups, for handler and parties, and demands, for handler and centre. */
export const afterAbilities: CasePorts['abilities'][number] = ({ doc, actor, relations }) => {
  const found: Ability[] = []
  if (isFollowedUp(doc) && (relations.includes('owner') || answeringSide(actor, doc))) found.push('followUp')
  if (mayRaise(relations) && isRaisable(doc.status)) found.push('raiseDemand')
  if (relations.includes('dispatcher') && !relations.includes('owner') && awaitsJudgement(doc)) found.push('judgeDemand')
  return found
}
