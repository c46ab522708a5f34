import { type Case, findCase, recordCaseEvent } from '@server/modules/cases'
import { toLocalIso } from '@server/modules/deadlines'
import { clock } from '@server/platform/clock'
import { inTransaction } from '@server/platform/database'
import { newEvent } from '@server/platform/outbox'
import { attachmentsOf } from '../attachments'
import { removeBlob, removeOthers, storeBlob } from '../blobs'
import { digestFiles } from '../digest-files'
import { DocketModel, type Frozen } from '../docket.model'
import { manifestJson } from '../manifest'
import { buildDocket } from '../queries/build-docket'
import { type FrozenDocket, findDocket, isFrozen } from '../queries/find-docket'
import { sm3 } from '../sm3'
import { numberDocket } from './number-docket'

const DOCUMENT = 'docket.docx'

/** Makes the file for good and stores its document; nothing refers to it yet. */
const make = async (doc: Case, kept: Awaited<ReturnType<typeof numberDocket>>): Promise<Frozen> => {
  const at = clock.now()
  const { docket, document } = await buildDocket(doc, kept, at)
  const attachments = attachmentsOf(docket)
  const entries = await digestFiles(attachments)
  const blob = await storeBlob(document, doc._id.toHexString())
  const head = { caseNumber: doc.number, number: kept?.number ?? null, at: toLocalIso(at) }
  const manifest = manifestJson(head, [{ name: DOCUMENT, title: '卷宗', size: blob.size, sm3: blob.sm3 }, ...entries])
  return {
    at,
    items: docket.items.map(({ part, title, date, present, pages, from, digest }) => ({
      part,
      title,
      date,
      present,
      pages: pages.length,
      from,
      digest,
    })),
    pages: docket.pages,
    document: blob,
    attachments: attachments.map(({ name, file }) => ({ name, file })),
    manifest,
    digest: sm3(manifest),
  }
}

/** Of several who made the file at once, one writes it; with the case, which tells of it. */
const keep = (doc: Case, number: string, frozen: Frozen): Promise<boolean> =>
  inTransaction(async (session) => {
    const caseId = doc._id.toHexString()
    const { modifiedCount } = await DocketModel.updateOne(
      { caseId: doc._id, state: 'wanted' },
      { $set: { state: 'frozen', frozen } },
      { session },
    )
    if (modifiedCount === 0) return false
    await recordCaseEvent({
      caseId,
      entry: {
        type: 'docket.frozen',
        by: { personId: null, name: '', side: 'system' },
        text: `卷宗已归档：${number}，共${frozen.pages}页`,
        audience: ['staff'],
      },
      events: [newEvent('docket.changed', { caseId, change: 'frozen', byPersonId: null })],
      session,
    })
    return true
  })

/**
 * Freezes the file of an archived case: number, document, manifest. May be called again after a kill at any place, and
 * by several at once: there is one number and one file.
 */
export const freezeDocket = async (caseId: string): Promise<FrozenDocket | null> => {
  const before = await findDocket(caseId)
  if (before?.state !== 'wanted') return isFrozen(before) ? before : null
  const doc = await findCase(caseId)
  const kept = await numberDocket(doc)
  if (kept?.number === undefined || kept.state !== 'wanted') return isFrozen(kept) ? kept : null
  const frozen = await make(doc, kept)
  const won = await keep(doc, kept.number, frozen).catch(async (error: unknown) => {
    await removeBlob(frozen.document.id).catch(() => undefined)
    throw error
  })
  if (!won) await removeBlob(frozen.document.id).catch(() => undefined)
  const after = await findDocket(caseId)
  if (!isFrozen(after)) return null
  if (won) await removeOthers(caseId, after.frozen.document.id).catch(() => undefined)
  return after
}
