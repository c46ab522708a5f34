import type { Readable } from 'node:stream'
import type { Case } from '@server/modules/cases'
import { toLocalIso } from '@server/modules/deadlines'
import { clock } from '@server/platform/clock'
import { openContent } from '@server/platform/files'
import { attachmentsOf, endingOf } from '../attachments'
import { openBlob } from '../blobs'
import type { Docket, ManifestEntry } from '../docket.model'
import { type ManifestHead, manifestJson, manifestText } from '../manifest'
import { buildDocket } from '../queries/build-docket'
import { type FrozenDocket, isFrozen, supplementsOf } from '../queries/find-docket'
import type { Supplement } from '../supplement.model'
import { bufferPart, writeZip, type ZipPart, type ZipTail } from './write-zip'

const DOCUMENT = 'docket.docx'

const manifests = (head: ManifestHead): ZipTail[] => [
  { name: 'manifest.json', text: (entries) => manifestJson(head, entries) },
  { name: 'manifest.txt', text: (entries) => manifestText(head, entries) },
]

/** The file as it stands today; digests are taken while it is written. */
const currentZip = async (doc: Case, kept: Docket | null): Promise<Readable> => {
  const { docket, document } = await buildDocket(doc, kept)
  const at = clock.now()
  const parts: ZipPart[] = [
    bufferPart(DOCUMENT, '卷宗', document),
    ...attachmentsOf(docket).map(({ name, title, file }) => ({ name, title, compress: false, open: () => openContent(file.id) })),
  ]
  return writeZip({ parts, tails: manifests({ caseNumber: doc.number, number: null, at: toLocalIso(at) }), at })
}

const noteOf = ({ title, note, by, at, digest, files }: Supplement): string =>
  [
    `补充材料：${title}`,
    `补充人：${by.name}`,
    `时间：${toLocalIso(at)}`,
    '',
    note,
    '',
    ...files.map((file, index) => `附件${index + 1}　${file.size} 字节　${file.sm3}`),
    `摘要（SM3）：${digest}`,
    '',
  ].join('\n')

const supplementParts = (one: Supplement): ZipPart[] => {
  const folder = `supplements/${String(one.place).padStart(2, '0')}`
  const files = one.files.map((file, index) => ({
    name: `${folder}/file-${String(index + 1).padStart(3, '0')}.${endingOf(file)}`,
    title: `${one.title} ${index + 1}`,
    compress: false,
    open: () => openContent(file.id),
  }))
  return [bufferPart(`${folder}/note.txt`, one.title, Buffer.from(noteOf(one))), ...files]
}

/** The frozen file byte for byte, and apart from it what came afterwards. */
const frozenZip = (doc: Case, { number, frozen }: FrozenDocket, supplements: readonly Supplement[]): Readable => {
  const { document, attachments, manifest, at } = frozen
  const { files, ...head } = JSON.parse(manifest) as ManifestHead & { files: ManifestEntry[] }
  const parts: ZipPart[] = [
    { name: DOCUMENT, title: '卷宗', compress: true, open: () => openBlob(document.id) },
    ...attachments.map(({ name, file }) => ({ name, title: name, compress: false, open: () => openContent(file.id) })),
    bufferPart('manifest.json', '', Buffer.from(manifest)),
    bufferPart('manifest.txt', '', Buffer.from(manifestText(head, files))),
    ...supplements.flatMap(supplementParts),
  ]
  const later = (entries: readonly ManifestEntry[]) => entries.filter(({ name }) => name.startsWith('supplements/'))
  const tail: ZipTail = {
    name: 'supplements/manifest.json',
    text: (entries) => manifestJson({ caseNumber: doc.number, number, at: toLocalIso(supplements.at(-1)?.at ?? at) }, later(entries)),
  }
  return writeZip({ parts, tails: supplements.length > 0 ? [tail] : [], at })
}

/** The whole file with its attachments and a manifest of digests. */
export const docketZip = async (doc: Case, kept: Docket | null): Promise<Readable> =>
  isFrozen(kept) ? frozenZip(doc, kept, await supplementsOf(doc._id.toHexString())) : currentZip(doc, kept)
