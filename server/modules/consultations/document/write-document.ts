import { AlignmentType, Document, Packer, Paragraph, TextRun } from 'docx'
import type { HistoryPage } from './compose-document'

/** In points: A4 with narrow margins, for all of it has to stand on one page. */
const PAGE = { width: 595.3, height: 841.9, margin: 50 } as const
const SIZE = { title: 15, text: 10 } as const
const LINE = 13.5

const font = (eastAsia: string) => ({ ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia, cs: 'Times New Roman' })
const [SONG, HEI] = [font('仿宋'), font('黑体')]
/** Word measures in twentieths of a point, and fonts in halves. */
const twips = (points: number): number => Math.round(points * 20)

const run = (text: string, look: { bold?: boolean; size?: number; font?: typeof SONG } = {}): TextRun =>
  new TextRun({ text, size: (look.size ?? SIZE.text) * 2, font: look.font ?? SONG, bold: look.bold })

const titleOf = (text: string): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    outlineLevel: 0,
    spacing: { after: twips(6) },
    children: [run(text, { size: SIZE.title, font: HEI })],
  })

const lineOf = (text: string, heading: string | undefined): Paragraph =>
  new Paragraph({
    spacing: { line: twips(LINE), lineRule: 'exact', before: heading === undefined ? 0 : twips(3) },
    children: [...(heading === undefined ? [] : [run(`${heading}　`, { font: HEI })]), run(text)],
  })

/** The page as a Word document. */
export const writeDocument = async ({ title, parts }: HistoryPage): Promise<Buffer> => {
  const { width, height, margin } = PAGE
  const edges = { top: twips(margin), bottom: twips(margin), left: twips(margin), right: twips(margin) }
  const lines = parts.flatMap((part) => part.lines.map((line, index) => lineOf(line, index === 0 ? part.heading : undefined)))
  const document = new Document({
    title,
    creator: '有事好商量',
    styles: { default: { document: { run: { font: SONG, size: SIZE.text * 2 } } } },
    sections: [
      {
        properties: { page: { size: { width: twips(width), height: twips(height) }, margin: edges } },
        children: [titleOf(title), ...lines],
      },
    ],
  })
  return Packer.toBuffer(document)
}
