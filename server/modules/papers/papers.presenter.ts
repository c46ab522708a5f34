import { type Case, hidesName } from '@server/modules/cases'
import { toLocalIso } from '@server/modules/deadlines'
import type { Actor } from '@server/platform/actor'
import type { Relation } from '@shared/cases/words'
import { PAPER_NAMES, type PaperItem, type PaperView, type SignatureView, type TemplateView } from '@shared/papers/schemas'
import type * as z from 'zod/mini'
import { asksOf, canWith, isMine, type Shown, waitsFor } from './can.policy'
import { unpackStrokes } from './drawing/ink'
import type { Paper, Reading, Signature } from './paper.model'
import { MEDIATOR } from './papers.policy'
import { fieldsOf, prefilled } from './render/render-text'
import { verifyUrlOf } from './settings'
import { templateOf } from './templates'
import type { Facts } from './templates/template'
import { MEDIATOR_WORD, SIDE_WORDS } from './texts'
import { veilSignatures } from './veil'

/** What a list shows of a paper, without its text and drawings. */
export type Head = Shown & Pick<Paper, '_id' | 'caseId' | 'number' | 'createdAt' | 'updatedAt' | 'effectiveAt'>
interface Reader {
  doc: Case
  actor: Actor
  relations: Relation[]
  nameOf: (partyId: string) => string
}

const nameFor = ({ doc, actor }: Reader, as: string, name: string): string => (hidesName(doc, actor, as) ? SIDE_WORDS.applicant : name)

/** A paper as a list shows it. */
export const presentHead = (paper: Head, reader: Reader): PaperItem => ({
  id: paper._id.toHexString(),
  caseId: paper.caseId.toHexString(),
  kind: paper.kind,
  title: PAPER_NAMES[paper.kind],
  number: paper.number ?? null,
  status: paper.status,
  version: paper.version,
  createdAt: toLocalIso(paper.createdAt),
  updatedAt: toLocalIso(paper.updatedAt),
  effectiveAt: paper.effectiveAt && toLocalIso(paper.effectiveAt),
  waitsFor: waitsFor({ paper, doc: reader.doc }).map((needed) => ({
    partyId: needed.as === MEDIATOR ? null : needed.as,
    name: needed.as === MEDIATOR ? MEDIATOR_WORD : nameFor(reader, needed.as, reader.nameOf(needed.as)),
    me: isMine(needed, reader),
  })),
  asks: asksOf({ paper, ...reader }),
  can: canWith({ paper, ...reader }),
})

const presentSignature = ({ id, as, name, role, at, device, ink }: Signature): z.infer<typeof SignatureView> => ({
  id,
  partyId: as === MEDIATOR ? null : as,
  name,
  role,
  at: toLocalIso(at),
  device,
  strokes: unpackStrokes(Buffer.from(ink.buffer)),
})

const presentReading = (reading: Reading, paper: Paper, reader: Reader) => ({
  partyId: reading.as,
  name: nameFor(reader, reading.as, reading.name),
  at: toLocalIso(reading.at),
  agreed: reading.agreed,
  remark: reading.remark,
  current: reading.version === paper.version && paper.readings.findLast((one) => one.as === reading.as) === reading,
})

/** A paper as somebody reads it. Parties do not see a draft before it is shown, nor one that was taken back to be corrected. */
export const presentPaper = (paper: Paper, reader: Reader): PaperView => {
  const hidden = paper.status === 'draft' && !reader.relations.includes('owner')
  return {
    ...presentHead(paper, reader),
    fields: fieldsOf(paper.kind, reader.doc.category),
    content: hidden ? {} : paper.content,
    promises: hidden ? [] : paper.promises,
    text: hidden ? '' : paper.text,
    digest: hidden ? '' : paper.digest,
    readings: paper.readings.map((reading) => presentReading(reading, paper, reader)),
    signatures: veilSignatures(paper.signatures, reader).map(presentSignature),
    changes: (hidden ? [] : paper.changes).map(({ version, at, by, note, fields }) => ({ version, at: toLocalIso(at), by, note, fields })),
    sealedBy: paper.sealedBy,
    verifyUrl: paper.verifyCode ? verifyUrlOf(paper.verifyCode) : null,
  }
}

/** A form, filled with what the case knows. */
export const presentTemplate = (kind: Paper['kind'], doc: Case, facts: Facts): TemplateView => ({
  kind,
  name: PAPER_NAMES[kind],
  fields: fieldsOf(kind, doc.category),
  promises: templateOf(kind).promises,
  content: prefilled({ kind, category: doc.category, facts }),
})
