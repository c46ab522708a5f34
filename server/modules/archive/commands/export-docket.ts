import type { Readable } from 'node:stream'
import { findCaseByNumber } from '@server/modules/cases'
import { clock } from '@server/platform/clock'
import { ObjectId } from '@server/platform/database'
import type { DocketView } from '@shared/archive/schemas'
import { presentDocket } from '../archive.presenter'
import { appendEntries } from '../audit/append-entries'
import { docketDocument, keptOf } from '../queries/open-docket'
import { docketZip } from '../zip/docket-zip'

export interface ExportedDocket {
  view: DocketView
  document: Readable
  zip: Readable
}

/** A case's file for whoever runs the service, by the case's number; null for a number that nobody has. The audit says that it was taken. */
export const exportDocket = async (caseNumber: string): Promise<ExportedDocket | null> => {
  const doc = await findCaseByNumber(caseNumber)
  if (!doc) return null
  const kept = await keptOf(doc)
  const _id = new ObjectId()
  const data = { caseId: doc._id.toHexString(), by: 'operator' }
  await appendEntries([{ _id, ref: `export ${_id.toHexString()}`, at: clock.now(), type: 'docket.exported', data }])
  const [view, { stream }, zip] = await Promise.all([
    presentDocket({ doc, kept, relations: [] }),
    docketDocument(doc, kept),
    docketZip(doc, kept),
  ])
  return { view, document: stream, zip }
}
