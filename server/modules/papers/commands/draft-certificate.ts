import { findCase } from '@server/modules/cases'
import { isDuplicate } from '@server/platform/database'
import { PaperModel } from '../paper.model'
import { isItsTime } from '../papers.policy'
import { composePaper } from './draft-paper'

/** Drafts the certificate of unsuccessful mediation when a case has failed, once for what made it fail. */
export const draftCertificate = async (options: { caseId: string; eventId: string }): Promise<void> => {
  const { caseId, eventId } = options
  const cause = `failed:${eventId}`
  if (await PaperModel.exists({ cause })) return
  const doc = await findCase(caseId)
  // It has been reopened or passed on meanwhile.
  if (!isItsTime('failure', doc)) return
  const paper = { ...(await composePaper({ doc, input: { kind: 'failure' }, actor: 'system' })), cause }
  try {
    await PaperModel.collection.insertOne(paper as never)
  } catch (error) {
    if (!isDuplicate(error, 'cause')) throw error
  }
}
