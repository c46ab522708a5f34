import { type Case, loadCase, sideOf } from '@server/modules/cases'
import type { Actor } from '@server/platform/actor'
import { Forbidden } from '@server/platform/errors'
import type { Relation } from '@shared/cases/words'
import { type Paper, PaperModel } from '../paper.model'
import { maySee, readsPapers } from '../papers.policy'
import type { Head } from '../papers.presenter'
import { MOST_PAPERS } from './find-papers'

/** A list needs neither texts nor drawings. */
const HEAD = { content: 0, promises: 0, text: 0, changes: 0, 'signatures.ink': 0, request: 0 } as const

/** The papers of a case that the actor may know of, oldest first. Throws Forbidden for staff to whom they are closed. */
export const listPapers = async (options: {
  actor: Actor
  caseId: string
}): Promise<{ papers: Head[]; doc: Case; relations: Relation[] }> => {
  const { actor, caseId } = options
  const { doc, relations } = await loadCase({ actor, caseId })
  if (!readsPapers(relations)) throw new Forbidden()
  const found = await PaperModel.find({ caseId: doc._id }, HEAD).sort({ createdAt: 1 }).limit(MOST_PAPERS).lean<Paper[]>()
  const side = sideOf(actor, doc)
  return { papers: found.filter((paper) => maySee({ paper, side, relations })), doc, relations }
}
