import { findCase, moveCase } from '@server/modules/cases'
import { Conflict } from '@server/platform/errors'

/** An agreement has taken effect: the case that is still being mediated says so. Repeated, or overtaken, it changes nothing. */
export const agreeCase = async (caseId: string): Promise<void> => {
  const doc = await findCase(caseId)
  if (doc.status !== 'mediating') return
  try {
    await moveCase({ actor: 'system', caseId, input: { move: 'agree' } })
  } catch (error) {
    if (!(error instanceof Conflict)) throw error
  }
}
