import { BorderStyle, Paragraph, Table, TableCell, TableLayoutType, TableRow, VerticalAlignTable, WidthType } from 'docx'
import type { Piece, TableRow as Row } from '../layout/blocks'
import { FONT, LINE, TABLE_LINE } from '../layout/page-size'
import { runsOf, twips } from './runs'

const line = { style: BorderStyle.SINGLE, size: 4, color: '333333' }
const BORDERS = { top: line, bottom: line, left: line, right: line }

const cellOf = (lines: readonly string[], width: number, bold: boolean): TableCell =>
  new TableCell({
    width: { size: twips(width), type: WidthType.DXA },
    borders: BORDERS,
    verticalAlign: VerticalAlignTable.CENTER,
    margins: { left: twips(4), right: twips(4), top: 0, bottom: 0 },
    children: [
      new Paragraph({
        children: runsOf(lines, FONT.table, { bold }),
        spacing: { line: twips(TABLE_LINE), lineRule: 'exact', before: 0, after: 0 },
      }),
    ],
  })

/** A row has its height from the count of lines, so that a table is as high everywhere. */
const rowOf = (row: Row, widths: readonly number[]): TableRow =>
  new TableRow({
    cantSplit: true,
    height: { value: twips(row.units * LINE), rule: 'exact' },
    children: row.cells.map((lines, at) => cellOf(lines, widths[at] as number, row.head)),
  })

/** A table as Word knows it. */
export const tableOf = ({ widths, rows }: Extract<Piece, { kind: 'table' }>): Table =>
  new Table({
    layout: TableLayoutType.FIXED,
    width: { size: twips(widths.reduce((sum, width) => sum + width, 0)), type: WidthType.DXA },
    columnWidths: widths.map(twips),
    rows: rows.map((row) => rowOf(row, widths)),
  })
