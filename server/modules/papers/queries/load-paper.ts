import { type Case, findCase, relationsOf, sideOf } from '@server/modules/cases'
import type { Actor } from '@server/platform/actor'
import { NotFound } from '@server/platform/errors'
import type { Relation } from '@shared/cases/words'
import type { Paper } from '../paper.model'
import { maySee } from '../papers.policy'
import { findPaper } from './find-papers'

export interface LoadedPaper {
  paper: Paper
  doc: Case
  relations: Relation[]
}

/** A paper with its case, and how the actor stands to it. Throws NotFound for who must not know of it. */
export const loadPaper = async (options: { actor: Actor; paperId: string }): Promise<LoadedPaper> => {
  const { actor, paperId } = options
  const paper = await findPaper(paperId)
  const doc = await findCase(paper.caseId.toHexString())
  const relations = relationsOf(actor, doc)
  if (!maySee({ paper, side: sideOf(actor, doc), relations })) throw new NotFound()
  return { paper, doc, relations }
}
