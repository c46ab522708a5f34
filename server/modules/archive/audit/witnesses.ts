import { findReads, type ReadEntry } from '@server/modules/cases'
import { findPaper } from '@server/modules/papers'
import { toObjectId } from '@server/platform/database'
import { openBlob } from '../blobs'
import { canonical } from '../canonical'
import { findDocket, isFrozen } from '../queries/find-docket'
import { sm3, sm3Stream } from '../sm3'
import { type Supplement, SupplementModel } from '../supplement.model'
import type { Witness } from './audit-entry.model'

/** What a row of the log of reads says. */
export const digestOfRead = ({ _id, caseId, at, personId, name, role, what, reason }: ReadEntry): string =>
  sm3(canonical({ id: String(_id), caseId: String(caseId), at, personId, name, role, what, reason }))

type Paper = Awaited<ReturnType<typeof findPaper>>

/** What of a paper may never change once it is in effect: what it says, its number and seal, and who signed it how and when. */
export const digestOfPaper = ({ kind, text, promises, digest, number, verifyCode, effectiveAt, sealedBy, signatures }: Paper): string =>
  sm3(
    canonical({
      kind,
      text,
      promises,
      digest,
      number,
      verifyCode,
      effectiveAt,
      sealedBy,
      signatures: signatures.map(({ as, name, role, at, device, digest: signed, ink }) => ({
        as,
        name,
        role,
        at,
        device,
        signed,
        ink: Buffer.from(ink.buffer).toString('base64'),
      })),
    }),
  )

const paperNow = async (id: string): Promise<string> => {
  const paper = await findPaper(id).catch(() => undefined)
  return paper ? digestOfPaper(paper) : ''
}

/** The manifest's digest, if the stored document is still the one in the manifest. */
const docketNow = async (caseId: string): Promise<string> => {
  const kept = await findDocket(caseId)
  if (!isFrozen(kept)) return ''
  const { document, manifest } = kept.frozen
  const hash = sm3Stream()
  try {
    for await (const part of openBlob(document.id)) hash.update(part as Buffer)
  } catch {
    return ''
  }
  return manifest.includes(hash.digest('hex')) ? sm3(manifest) : ''
}

/** Of all that stands in the database, the digest that was given when it was added included. */
const supplementNow = async (id: string): Promise<string> => {
  const _id = toObjectId(id)
  const found = _id && (await SupplementModel.findOne({ _id }).lean<Supplement>())
  if (!found) return ''
  const { caseId, place, title, note, files, by, at, digest } = found
  return sm3(canonical({ caseId: String(caseId), place, title, note, files, by, at, digest }))
}

const NOW: Record<Exclude<Witness['kind'], 'read'>, (id: string) => Promise<string>> = {
  paper: paperNow,
  docket: docketNow,
  supplement: supplementNow,
}

/** The digests of what witnesses vouch for, as it is now; empty for what is not there. In the order of the witnesses. */
export const digestsNow = async (witnesses: readonly Witness[]): Promise<string[]> => {
  const reads = await findReads(witnesses.filter((one) => one.kind === 'read').map((one) => one.id))
  const byId = new Map(reads.map((read) => [read._id.toHexString(), digestOfRead(read)]))
  const found: string[] = []
  for (const { kind, id } of witnesses) found.push(kind === 'read' ? (byId.get(id) ?? '') : await NOW[kind](id))
  return found
}
