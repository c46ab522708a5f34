import type { MoveName } from '@shared/cases/moves'
import type { CaseStatus } from '@shared/cases/words'
import type { Case } from './case.model'
import { linkBarTo } from './merge.policy'
import { hasLeft } from './parties.policy'

/** What only goes on with both sides. */
const TOGETHER: readonly MoveName[] = ['startMediation', 'agree']

/** What an applicant may still be unhappy with. */
const ENDED: readonly CaseStatus[] = ['closed', 'failed']
const WORD_DAYS = 7
const WORD_MS = WORD_DAYS * 24 * 3_600_000

type Barred = Pick<Case, 'kind' | 'status' | 'parties' | 'passedOn' | 'leadId' | 'followers' | 'closedAt' | 'ratedAt'>

/** Until when its applicant may speak: of the rating, and for as long as a rating that was given may be changed. */
const isOpenToWord = ({ status, closedAt, ratedAt }: Barred, now: Date): boolean =>
  ENDED.includes(status) && closedAt !== null && now.getTime() < Math.max(closedAt.getTime(), ratedAt?.getTime() ?? 0) + WORD_MS

/**
 * Why a move that the table has cannot be made on this case now; undefined when it can. Mediation is voluntary: with a
 * side that has left nothing is begun or agreed. A case is passed on once. Nobody shelves a case as long as its applicant
 * has days left in which to rate it, and to have it handled again.
 */
export const barTo = (doc: Barred, move: MoveName, now: Date): string | undefined => {
  const linked = linkBarTo(doc, move)
  if (linked !== undefined) return linked
  if (move === 'archive' && isOpenToWord(doc, now)) return `办结、评价满${WORD_DAYS}天才能归档，这期间申请人还可以评价、要求重新办理`
  if (doc.kind !== 'dispute') return undefined
  if (move === 'passOn' && doc.passedOn) return '这件事已经移送过一次，不能再移送'
  if (TOGETHER.includes(move) && (hasLeft(doc, 'applicant') || hasLeft(doc, 'respondent')))
    return '有一方已经退出调解，重新参加以后才能继续'
  return undefined
}
