import { papersOf } from '@server/modules/papers'

/** The latest joint application to the court among a case's papers; null without one. */
export const judicialPaper = async (caseId: string): Promise<string | null> => {
  const papers = (await papersOf(caseId)).filter(({ kind, status }) => kind === 'judicial' && status !== 'void')
  return papers.at(-1)?._id.toHexString() ?? null
}
