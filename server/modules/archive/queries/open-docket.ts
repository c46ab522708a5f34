import { Readable } from 'node:stream'
import type { Case } from '@server/modules/cases'
import { loadCase } from '@server/modules/cases'
import type { Actor } from '@server/platform/actor'
import { Forbidden } from '@server/platform/errors'
import { mayReadDocket } from '../archive.policy'
import { openBlob } from '../blobs'
import { freezeDocket } from '../commands/freeze-docket'
import { markWanted } from '../commands/mark-wanted'
import type { Docket } from '../docket.model'
import { buildDocket } from './build-docket'
import { findDocket, isFrozen } from './find-docket'

/** A case and what is kept of its file, for who may read that. Throws NotFound, and Forbidden for who may only see the case. */
export const openDocket = async (options: { actor: Actor; caseId: string }) => {
  const { doc, relations } = await loadCase(options)
  if (!mayReadDocket(relations)) throw new Forbidden()
  return { doc, relations, kept: await keptOf(doc) }
}

/** What is kept; the file of a case that was archived a moment ago is frozen first, so that nobody reads one that is neither. */
export const keptOf = async (doc: Case): Promise<Docket | null> => {
  const caseId = doc._id.toHexString()
  const kept = await findDocket(caseId)
  if (doc.status !== 'archived' || isFrozen(kept)) return kept
  await markWanted(caseId)
  return freezeDocket(caseId)
}

/** The Word document, frozen or as of now. */
export const docketDocument = async (doc: Case, kept: Docket | null): Promise<{ stream: Readable; size: number }> => {
  if (isFrozen(kept)) return { stream: openBlob(kept.frozen.document.id), size: kept.frozen.document.size }
  const { document } = await buildDocket(doc, kept)
  return { stream: Readable.from([document]), size: document.length }
}
