import { AlignmentType, BorderStyle, Document, Footer, LineRuleType, Packer, PageNumber, Paragraph, TextRun } from 'docx'
import type { Line } from './lines'

/** A4 with the margins of official documents (GB/T 9704), in twentieths of a point. */
const PAGE = { size: { width: 11_906, height: 16_838 }, margin: { top: 2098, bottom: 1984, left: 1587, right: 1474 } }
const ASCII = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman' }
const FONTS = {
  text: { ...ASCII, eastAsia: '仿宋' },
  heading: { ...ASCII, eastAsia: '黑体' },
  title: { ...ASCII, eastAsia: '宋体' },
  about: { ...ASCII, eastAsia: '楷体' },
}
/** 28 points a line, as official documents are set. */
const EXACT = { line: 560, lineRule: LineRuleType.EXACT } as const
/** Two characters. */
const INDENT = { firstLine: 640 }

interface Style {
  font: (typeof FONTS)[keyof typeof FONTS]
  size: number
  bold?: boolean
}
const STYLES: Record<Line['look'], Style> = {
  kind: { font: FONTS.title, size: 52, bold: true },
  about: { font: FONTS.about, size: 28 },
  title: { font: FONTS.title, size: 44, bold: true },
  heading: { font: FONTS.heading, size: 32 },
  text: { font: FONTS.text, size: 32 },
  note: { font: FONTS.text, size: 28 },
  sign: { font: FONTS.text, size: 32 },
}
/** A black line below what it is and whose it is. */
const RULE = { bottom: { style: BorderStyle.SINGLE, size: 12, color: '000000', space: 6 } }

const LAYOUTS: Record<Line['look'], Omit<ConstructorParameters<typeof Paragraph>[0] & object, 'children'>> = {
  kind: { alignment: AlignmentType.CENTER, spacing: { after: 240 } },
  about: { alignment: AlignmentType.CENTER, spacing: EXACT },
  title: { alignment: AlignmentType.CENTER, spacing: { before: 360, after: 240 }, outlineLevel: 0 },
  heading: { spacing: EXACT, indent: INDENT, keepNext: true, outlineLevel: 1 },
  text: { spacing: EXACT, indent: INDENT },
  note: { spacing: { line: 480, lineRule: LineRuleType.EXACT }, indent: INDENT },
  sign: { alignment: AlignmentType.RIGHT, spacing: EXACT, indent: { right: 640 } },
}

const paragraphOf = ({ look, text }: Line, i: number): Paragraph =>
  new Paragraph({
    ...LAYOUTS[look],
    // The first line about it closes the head of the paper.
    ...(i === 1 ? { border: RULE } : {}),
    children: [new TextRun({ text, ...STYLES[look] })],
  })

const footer = (): Footer =>
  new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], size: 28, font: FONTS.title })],
      }),
    ],
  })

/** The paper as a Word file (A4), with page numbers. */
export const writeDocument = (lines: readonly Line[], title: string): Promise<Buffer> =>
  Packer.toBuffer(
    new Document({
      title,
      styles: { default: { document: { run: { font: FONTS.text, size: 32 } } } },
      sections: [{ properties: { page: PAGE }, footers: { default: footer() }, children: lines.map(paragraphOf) }],
    }),
  )
