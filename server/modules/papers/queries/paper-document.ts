import { Readable } from 'node:stream'
import type { Case } from '@server/modules/cases'
import type { Actor } from '@server/platform/actor'
import { Forbidden } from '@server/platform/errors'
import { PAPER_NAMES } from '@shared/papers/schemas'
import { canWith } from '../can.policy'
import { buildDocx } from '../drawing/build-docx'
import { verifyUrlOf } from '../settings'
import { veilSignatures } from '../veil'
import { loadPaper } from './load-paper'

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** A paper as a Word file. Throws Forbidden while it is only a draft, and for parties until it is in force. */
export const paperDocument = async (options: {
  actor: Actor
  paperId: string
}): Promise<{ download: { stream: Readable; mime: string; size: number; fileName: string }; doc: Case }> => {
  const { actor, paperId } = options
  const { paper, doc, relations } = await loadPaper({ actor, paperId })
  if (!canWith({ paper, doc, actor, relations }).includes('download')) throw new Forbidden()
  const seen = { ...paper, signatures: veilSignatures(paper.signatures, { doc, actor }) }
  const bytes = await buildDocx({ paper: seen, verifyUrl: paper.verifyCode ? verifyUrlOf(paper.verifyCode) : null })
  const fileName = `${PAPER_NAMES[paper.kind]}${paper.number ? `-${paper.number}` : ''}.docx`
  return { download: { stream: Readable.from([bytes]), mime: DOCX, size: bytes.length, fileName }, doc }
}
