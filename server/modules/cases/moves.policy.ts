import type { MoveName } from '@shared/cases/moves'
import type { Case } from './case.model'
import { linkBarTo } from './merge.policy'
import { hasLeft } from './parties.policy'

/** What only goes on with both sides. */
const TOGETHER: readonly MoveName[] = ['startMediation', 'agree']

/**
 * Why a move that the table has cannot be made on this case; undefined when it can. Mediation is voluntary: with a side
 * that has left nothing is begun or agreed. A case is passed on once.
 */
export const barTo = (doc: Pick<Case, 'kind' | 'parties' | 'passedOn' | 'leadId' | 'followers'>, move: MoveName): string | undefined => {
  const linked = linkBarTo(doc, move)
  if (linked !== undefined) return linked
  if (doc.kind !== 'dispute') return undefined
  if (move === 'passOn' && doc.passedOn) return '这件事已经移送过一次，不能再移送'
  if (TOGETHER.includes(move) && (hasLeft(doc, 'applicant') || hasLeft(doc, 'respondent')))
    return '有一方已经退出调解，重新参加以后才能继续'
  return undefined
}
