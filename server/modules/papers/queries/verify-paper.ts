import { localDate } from '@server/modules/deadlines'
import { NotFound } from '@server/platform/errors'
import { PAPER_NAMES, type VerificationView } from '@shared/papers/schemas'
import { type Paper, PaperModel } from '../paper.model'

/**
 * Whether a printed paper is genuine, by the code on it: what is on the paper anyhow, and nothing else of the case. Every
 * code costs the same one look into the index. Throws NotFound for a code that was never given.
 */
export const verifyPaper = async (code: string): Promise<VerificationView> => {
  const fields = { kind: 1, number: 1, effectiveAt: 1, sealedBy: 1, digest: 1, status: 1, 'signatures.id': 1 }
  const paper = await PaperModel.findOne({ verifyCode: code.toUpperCase() }, fields).lean<Paper>()
  if (!paper?.number || !paper.effectiveAt) throw new NotFound()
  return {
    genuine: true,
    kindName: PAPER_NAMES[paper.kind],
    number: paper.number,
    effectiveOn: localDate(paper.effectiveAt),
    organisationName: paper.sealedBy ?? '',
    digest: paper.digest,
    signatures: paper.signatures.length,
    void: paper.status === 'void',
  }
}
