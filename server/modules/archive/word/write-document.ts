import { setImmediate as breathe } from 'node:timers/promises'
import { AlignmentType, Document, Footer, ImageRun, Packer, PageNumber, Paragraph, type Table, TextRun } from 'docx'
import type { Docket } from '../compose-docket'
import type { Piece } from '../layout/blocks'
import { FONT, LINE, PAGE } from '../layout/page-size'
import { type Picture, photoOf, signaturePicture } from './pictures'
import { exactly, fontOf, halfPoints, runsOf, twips } from './runs'
import { tableOf } from './tables'

const PIXELS = 4 / 3
const image = ({ type, data, width, height }: Picture, name: string): ImageRun =>
  new ImageRun({
    type,
    data,
    transformation: { width: width * PIXELS, height: height * PIXELS },
    altText: { name, title: name, description: name },
  })

/** A line with a picture in it is as high as the picture. */
const withPicture = (children: (ImageRun | TextRun)[], start: boolean, centred: boolean): Paragraph =>
  new Paragraph({ children, pageBreakBefore: start, alignment: centred ? AlignmentType.CENTER : AlignmentType.LEFT })

const LOOKS = {
  centre: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  flush: AlignmentType.LEFT,
  small: AlignmentType.LEFT,
  first: AlignmentType.LEFT,
  next: AlignmentType.LEFT,
}

const pictureParts = async ({ file, caption }: Extract<Piece, { kind: 'picture' }>, start: boolean): Promise<Paragraph[]> => {
  const picture = await photoOf(file)
  const shown = picture
    ? withPicture([image(picture, caption)], start, true)
    : new Paragraph({ children: runsOf(['（此件无法显示，见附件）'], FONT.text), pageBreakBefore: start, spacing: exactly(1) })
  return [shown, new Paragraph({ children: runsOf([caption], FONT.table), alignment: AlignmentType.CENTER, spacing: exactly(1) })]
}

const signatureParts = async ({ strokes, words }: Extract<Piece, { kind: 'signature' }>, start: boolean): Promise<Paragraph[]> => {
  const picture = await signaturePicture(strokes)
  return [withPicture([...runsOf([`${words}  `], FONT.table), ...(picture ? [image(picture, words)] : [])], start, false)]
}

const title = (lines: readonly string[], start: boolean): Paragraph =>
  new Paragraph({
    children: runsOf([...lines], FONT.title, { bold: true }),
    // The level makes the outline; how it looks is said here, for styles differ between programs.
    outlineLevel: 0,
    alignment: AlignmentType.CENTER,
    pageBreakBefore: start,
    spacing: { ...exactly(1.4), before: 0, after: twips(LINE * (2 - 1.4)) },
  })

const hair = (start: boolean): Paragraph => new Paragraph({ pageBreakBefore: start, spacing: { line: 20, lineRule: 'exact' } })

/** A piece as what Word knows; `start`: it begins a page. */
const partsOf = async (piece: Piece, start: boolean): Promise<(Paragraph | Table)[]> => {
  const base = { pageBreakBefore: start, spacing: exactly(1) }
  switch (piece.kind) {
    case 'title':
      return [title(piece.lines, start)]
    case 'heading':
      return [new Paragraph({ ...base, children: runsOf(piece.lines, FONT.text, { bold: true }) })]
    case 'text': {
      const indent = piece.look === 'first' ? { firstLine: twips(FONT.text * 2) } : undefined
      return [
        new Paragraph({
          ...base,
          indent,
          alignment: LOOKS[piece.look],
          children: runsOf(piece.lines, piece.look === 'small' ? FONT.table : FONT.text),
        }),
      ]
    }
    case 'blank':
      return Array.from({ length: piece.units }, (_, at) => new Paragraph({ ...base, pageBreakBefore: start && at === 0 }))
    case 'table':
      // A table cannot begin a page by itself, and two of them would become one: lines of no height stand between.
      return [...(start ? [hair(true)] : []), tableOf(piece), hair(false)]
    case 'picture':
      return pictureParts(piece, start)
    case 'signature':
      return signatureParts(piece, start)
  }
}

const footer = (): Footer =>
  new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], size: halfPoints(12), font: fontOf })],
      }),
    ],
  })

/** The docket as a Word document. Photos are read page by page, and between pages the service goes on answering. */
export const writeDocument = async (docket: Docket, about: { title: string; creator: string }): Promise<Buffer> => {
  const children: (Paragraph | Table)[] = []
  for (const page of docket.items.flatMap((item) => item.pages)) {
    const first = children.length === 0
    const parts = await Promise.all(page.pieces.map((piece, at) => partsOf(piece, at === 0 && !first)))
    children.push(...parts.flat())
    await breathe()
  }
  const { top, bottom, left, right, width, height } = PAGE
  const document = new Document({
    ...about,
    styles: { default: { document: { run: { font: fontOf, size: halfPoints(FONT.text) } } } },
    sections: [
      {
        properties: {
          page: {
            size: { width: twips(width), height: twips(height) },
            margin: { top: twips(top), bottom: twips(bottom), left: twips(left), right: twips(right), footer: twips(60) },
          },
        },
        footers: { default: footer() },
        children,
      },
    ],
  })
  return Packer.toBuffer(document)
}
