import { TextRun } from 'docx'
import { LINE } from '../layout/page-size'

/** 仿宋, as official papers are written. */
export const fontOf = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '仿宋', cs: 'Times New Roman' }
/** Word measures in twentieths of a point, and fonts in halves. */
export const twips = (points: number): number => Math.round(points * 20)
export const halfPoints = (points: number): number => points * 2

/** So many lines of text, whatever stands in them. */
export const exactly = (lines: number) => ({ line: twips(LINE * lines), lineRule: 'exact' as const })

/** Lines that break where they were broken when the pages were counted. */
export const runsOf = (lines: readonly string[], size: number, look: { bold?: boolean } = {}): TextRun[] =>
  lines.map((text, at) => new TextRun({ text, size: halfPoints(size), font: fontOf, ...look, ...(at > 0 ? { break: 1 } : {}) }))
