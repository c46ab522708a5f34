import { PAPER_STATUS_NAMES } from '@shared/papers/schemas'
import { AlignmentType, Document, ImageRun, LineRuleType, Packer, Paragraph, TextRun } from 'docx'
import { toBuffer as qrPng } from 'qrcode'
import type { Paper } from '../paper.model'
import { type Paragraph as Line, renderParagraphs } from '../render/paragraphs'
import { signaturePng } from './signature-png'

/** A4 with the margins of official documents (GB/T 9704), in twentieths of a point. */
const PAGE = { size: { width: 11_906, height: 16_838 }, margin: { top: 2098, bottom: 1984, left: 1587, right: 1474 } }
const LINE = { line: 560, lineRule: LineRuleType.EXACT } as const
const BODY = 32
const SMALL = 18
const INDENT = { firstLine: 640 }
const FONT = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '仿宋' }
const HEADING = { ...FONT, eastAsia: '黑体' }
const TITLE = { ...FONT, eastAsia: '宋体' }
const SIGNATURE_HEIGHT = 44
const MOST_WIDTH = 150
const QR_SIDE = 88

const plain = (text: string, over: Partial<ConstructorParameters<typeof TextRun>[0] & object> = {}) =>
  new TextRun({ text, font: FONT, size: BODY, ...over })

/** The drawn name stands where a pen would have put it. */
const signatureLine = async (line: Line): Promise<Paragraph> => {
  const children: (TextRun | ImageRun)[] = [plain(line.text, { size: 28 })]
  if (line.signature) {
    const { png, width, height } = await signaturePng(line.signature)
    const scale = Math.min(SIGNATURE_HEIGHT / height, MOST_WIDTH / width)
    const transformation = { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
    children.push(plain('　'), new ImageRun({ type: 'png', data: png, transformation }))
  }
  return new Paragraph({ children, spacing: { before: 120, line: 360, lineRule: LineRuleType.AT_LEAST }, keepLines: true })
}

const paragraphOf = async (line: Line): Promise<Paragraph> => {
  const { style, text } = line
  if (style === 'signature') return signatureLine(line)
  if (style === 'title')
    return new Paragraph({
      children: [plain(text, { font: TITLE, size: 44, bold: true })],
      alignment: AlignmentType.CENTER,
      spacing: { after: 280 },
    })
  if (style === 'heading')
    return new Paragraph({ children: [plain(text, { font: HEADING })], spacing: LINE, indent: INDENT, keepNext: true })
  if (style === 'seal')
    return new Paragraph({
      children: [plain(text, { color: 'C00000', bold: true })],
      alignment: AlignmentType.RIGHT,
      spacing: { before: 240 },
    })
  if (style === 'note') return new Paragraph({ children: [plain(text, { size: 28 })], alignment: AlignmentType.CENTER, spacing: LINE })
  return new Paragraph({ children: [plain(text)], spacing: LINE, indent: INDENT })
}

/** The digest, and where to check it: a copy is compared with the page behind the code. */
const proof = async (paper: Paper, verifyUrl: string | null): Promise<Paragraph[]> => {
  const digest = new Paragraph({ children: [plain(`正文摘要（SM3）：${paper.digest}`, { size: SMALL })], spacing: { before: 240 } })
  if (!verifyUrl) return [new Paragraph({ children: [plain(`${PAPER_STATUS_NAMES[paper.status]}，尚未生效`, { size: SMALL })] }), digest]
  const data = await qrPng(verifyUrl, { margin: 1, width: 264, errorCorrectionLevel: 'M' })
  const image = new ImageRun({ type: 'png', data, transformation: { width: QR_SIDE, height: QR_SIDE } })
  return [
    digest,
    new Paragraph({ children: [image], keepNext: true }),
    new Paragraph({ children: [plain(`扫码核对真伪，核验码 ${paper.verifyCode}`, { size: SMALL })] }),
  ]
}

/** A paper as a Word file (A4): its text, the drawn names, the seal's words, the digest and the code to check it. */
export const buildDocx = async (options: { paper: Paper; verifyUrl: string | null }): Promise<Buffer> => {
  const { paper, verifyUrl } = options
  const children: Paragraph[] = []
  for (const line of renderParagraphs(paper)) children.push(await paragraphOf(line))
  children.push(...(await proof(paper, verifyUrl)))
  const document = new Document({ sections: [{ properties: { page: PAGE }, children }] })
  return Packer.toBuffer(document)
}
