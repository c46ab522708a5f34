import { toObjectId } from '@server/platform/database'
import { NotFound } from '@server/platform/errors'
import { type Paper, PaperModel } from '../paper.model'

/** Papers that a case can have; more are refused, so that a list needs no pages. */
export const MOST_PAPERS = 100

/** A paper, unchecked: for listeners and later modules, which act for nobody. Throws NotFound. */
export const findPaper = async (paperId: string): Promise<Paper> => {
  const _id = toObjectId(paperId)
  const paper = _id && (await PaperModel.findById(_id).lean<Paper>())
  if (!paper) throw new NotFound()
  return paper
}

/** The papers of a case, unchecked, oldest first. */
export const papersOf = async (caseId: string): Promise<Paper[]> => {
  const _id = toObjectId(caseId)
  if (!_id) return []
  return PaperModel.find({ caseId: _id }).sort({ createdAt: 1 }).limit(MOST_PAPERS).lean<Paper[]>()
}
