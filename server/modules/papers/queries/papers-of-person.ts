import { toLocalIso } from '@server/modules/deadlines'
import { PAPER_NAMES } from '@shared/papers/schemas'
import { type Paper, PaperModel } from '../paper.model'

const MOST = 500

/** The papers that somebody has signed, with their texts, for the export of the person's data; the newest 500. */
export const papersOfPerson = async (personId: string): Promise<unknown[]> => {
  const fields = { 'signatures.ink': 0, content: 0, changes: 0, readings: 0 }
  const found = await PaperModel.find({ 'signatures.personId': personId }, fields).sort({ _id: -1 }).limit(MOST).lean<Paper[]>()
  return found.map(({ caseId, kind, number, text, digest, effectiveAt, signatures }) => ({
    caseId: caseId.toHexString(),
    kind: PAPER_NAMES[kind],
    number: number ?? null,
    text,
    digest,
    effectiveAt: effectiveAt && toLocalIso(effectiveAt),
    signedAt: signatures.filter((one) => one.personId === personId).map((one) => toLocalIso(one.at)),
  }))
}
