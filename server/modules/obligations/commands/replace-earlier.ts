import { type Paper, papersOf } from '@server/modules/papers'
import { isPromising } from '../obligations.policy'
import { endPromises } from './end-promises'

type InForce = Paper & { effectiveAt: Date }

const isInForce = (paper: Paper): paper is InForce => isPromising(paper.kind) && paper.status === 'effective' && paper.effectiveAt != null

/**
 * The latest agreement of a case replaces those before it, in whatever order they are heard of; answers whether the
 * given paper is the latest.
 */
export const replaceEarlier = async (paper: Paper): Promise<boolean> => {
  const caseId = paper.caseId.toHexString()
  const agreements = (await papersOf(caseId)).filter(isInForce).sort((a, b) => a.effectiveAt.getTime() - b.effectiveAt.getTime())
  for (const { _id } of agreements.slice(0, -1)) await endPromises({ caseId, paperId: _id.toHexString() })
  return agreements.at(-1)?._id.equals(paper._id) ?? false
}
