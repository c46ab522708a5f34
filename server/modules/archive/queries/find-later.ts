import { findCase } from '@server/modules/cases'
import { followUpsOf } from '@server/modules/feedback'
import { judicialOf, obligationsOf } from '@server/modules/obligations'
import type { FileRef } from '@server/platform/files'
import type { DomainEvent } from '@server/platform/outbox'
import { answeredWords, judicialWords, obligationWords, recordedWords, type Words } from '../later-words'

type Later = Words & { files: FileRef[] }
type Data = DomainEvent['data']

const followUpLater = async ({ caseId, followUpId, change, byPersonId }: Data): Promise<Words | null> => {
  const found = (await followUpsOf(String(caseId))).find((one) => one._id.toHexString() === followUpId)
  if (!found) return null
  return change === 'recorded' ? recordedWords(found) : answeredWords(found, String(byPersonId))
}

const obligationLater = async ({ caseId, obligationId, change }: Data): Promise<Later | null> => {
  const found = (await obligationsOf(String(caseId))).find((one) => one._id.toHexString() === obligationId)
  if (!found) return null
  const words = obligationWords(found, change === 'waived' ? 'waived' : 'confirmed', await findCase(String(caseId)))
  return { ...words, files: found.files }
}

const judicialLater = async ({ caseId, change }: Data): Promise<Words | null> => {
  const found = await judicialOf(String(caseId))
  return found && judicialWords(found, change as 'applied' | 'confirmed' | 'refused')
}

const KINDS: Record<string, { changes: readonly unknown[]; read: (data: Data) => Promise<(Words & Partial<Later>) | null> }> = {
  'followUp.changed': { changes: ['recorded', 'answered'], read: followUpLater },
  'obligation.changed': { changes: ['confirmed', 'waived'], read: obligationLater },
  'judicial.changed': { changes: ['applied', 'confirmed', 'refused'], read: judicialLater },
}

/** Whether an event belongs into the file of a case that is over. */
export const isForFile = ({ type, data }: DomainEvent): boolean => KINDS[type]?.changes.includes(data.change) ?? false

/** What an event adds to the file; null when what it tells of was given up since. */
export const findLater = async ({ type, data }: DomainEvent): Promise<Later | null> => {
  const found = await KINDS[type]?.read(data)
  return found ? { ...found, files: found.files ?? [] } : null
}
