import { byOf } from '@server/modules/cases'
import { isDuplicate } from '@server/platform/database'
import type { FileRef } from '@server/platform/files'
import type { DomainEvent } from '@server/platform/outbox'
import { readContent } from '../file-content'
import { findDocket, isFrozen } from '../queries/find-docket'
import { findLater, isForFile } from '../queries/find-later'
import { sm3 } from '../sm3'
import { type Supplement, SupplementModel } from '../supplement.model'
import { freezeDocket } from './freeze-docket'
import { keepSupplement } from './keep-supplement'

const SYSTEM = { personId: null, name: '系统' }
/** An event's time is taken a little before it is written, at most by what a transaction may last: what is older is in the file. */
const LONGEST_WRITE_MS = 60_000

/** What is missing has no digest, and must not keep the rest out of the file. */
const digested = async (files: readonly FileRef[]): Promise<Supplement['files']> => {
  const found: Supplement['files'] = []
  for (const file of files) {
    const bytes = await readContent(file).catch(() => undefined)
    found.push({ ...file, sm3: bytes ? sm3(bytes) : '' })
  }
  return found
}

/**
 * Adds to the frozen file of a case what has come of it since, once for an event. A file that is about to be frozen is
 * frozen first: otherwise what happens meanwhile would be in neither.
 */
export const supplementByEvent = async (event: DomainEvent): Promise<void> => {
  if (!isForFile(event)) return
  const caseId = String(event.data.caseId)
  const kept = await findDocket(caseId)
  const frozen = kept?.state === 'wanted' ? await freezeDocket(caseId) : kept
  if (!isFrozen(frozen) || event.at.getTime() < frozen.frozen.at.getTime() - LONGEST_WRITE_MS) return
  if (await SupplementModel.exists({ eventId: event.id })) return
  const later = await findLater(event)
  if (!later) return
  const { title, note } = later
  const files = await digested(later.files)
  try {
    await keepSupplement({
      content: { caseId: frozen.caseId, title, note, files, by: SYSTEM },
      mark: { eventId: event.id },
      entryBy: byOf('system', []),
    })
  } catch (error) {
    if (!isDuplicate(error, 'eventId')) throw error
  }
}
