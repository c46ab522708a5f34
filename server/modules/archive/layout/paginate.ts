import type { Block, Look, Page, Piece, TableRow } from './blocks'
import { linesOf } from './measure'
import {
  CELL_PADDING,
  CHARS,
  FONT,
  LINE,
  LINES,
  PICTURE,
  SIGNATURE,
  SMALL_CHARS,
  TABLE_LINE,
  TABLE_PADDING,
  TITLE_CHARS,
  TITLE_UNITS,
} from './page-size'

const INDENT = 2
/** Longer rows are continued in the next one. */
const MOST_ROW_LINES = 30

const last = (pages: Page[]): Page => pages.at(-1) as Page
const used = (page: Page): number => page.pieces.reduce((sum, piece) => sum + piece.units, 0)

/** Puts a piece that cannot be divided onto the last page, or onto a new one. */
const place = (pages: Page[], piece: Piece): void => {
  if (used(last(pages)) + piece.units > LINES && used(last(pages)) > 0) pages.push({ pieces: [] })
  last(pages).pieces.push(piece)
}

const placeText = (pages: Page[], text: string, look: Look | undefined): void => {
  let rest = linesOf(text, look === 'small' ? SMALL_CHARS : CHARS, look ? 0 : INDENT)
  let first = true
  while (rest.length > 0) {
    const room = Math.floor(LINES - used(last(pages)))
    if (room < 1) {
      pages.push({ pieces: [] })
      continue
    }
    const lines = rest.slice(0, room)
    last(pages).pieces.push({ kind: 'text', lines, look: look ?? (first ? 'first' : 'next'), units: lines.length })
    rest = rest.slice(room)
    first = false
  }
}

const cellLines = (text: string, width: number): string[] =>
  text.split('\n').flatMap((line) => linesOf(line, Math.max(1, Math.floor((width - CELL_PADDING) / FONT.table))))

const rowOf = (cells: string[][], head: boolean): TableRow => {
  const lines = Math.max(...cells.map((cell) => cell.length))
  return { head, cells, units: (lines * TABLE_LINE + TABLE_PADDING) / LINE }
}

const rowsOf = (texts: readonly string[], widths: readonly number[]): TableRow[] => {
  const cells = texts.map((text, index) => cellLines(text, widths[index] as number))
  const parts = Math.ceil(Math.max(...cells.map((cell) => cell.length)) / MOST_ROW_LINES)
  return Array.from({ length: parts }, (_, part) =>
    rowOf(
      cells.map((cell) => cell.slice(part * MOST_ROW_LINES, (part + 1) * MOST_ROW_LINES)),
      false,
    ),
  )
}

const unitsOf = (rows: readonly TableRow[]): number => rows.reduce((sum, row) => sum + row.units, 0)

/** A table that does not fit is continued on the next page, under its head again. */
const placeTable = (pages: Page[], { widths, head, rows }: Extract<Block, { kind: 'table' }>): void => {
  const heads = head
    ? [
        rowOf(
          head.map((text, index) => cellLines(text, widths[index] as number)),
          true,
        ),
      ]
    : []
  if (rows.length === 0) {
    if (heads.length > 0) place(pages, { kind: 'table', widths, rows: heads, units: unitsOf(heads) })
    return
  }
  let open: TableRow[] = []
  const close = () => {
    if (open.length > heads.length) last(pages).pieces.push({ kind: 'table', widths, rows: open, units: unitsOf(open) })
    open = []
  }
  const begin = () => {
    open = [...heads]
  }
  begin()
  for (const row of rows.flatMap((texts) => rowsOf(texts, widths))) {
    if (used(last(pages)) + unitsOf(open) + row.units > LINES) {
      close()
      pages.push({ pieces: [] })
      begin()
    }
    open.push(row)
  }
  close()
}

const placeTitle = (pages: Page[], text: string): void => {
  const lines = linesOf(text, TITLE_CHARS)
  place(pages, { kind: 'title', lines, units: lines.length * TITLE_UNITS })
}

const placeHeading = (pages: Page[], text: string): void => {
  const lines = linesOf(text, CHARS - 1)
  // A heading does not stand alone at the end of a page.
  if (used(last(pages)) + lines.length + 1 > LINES) pages.push({ pieces: [] })
  place(pages, { kind: 'heading', lines, units: lines.length })
}

/** Nothing is gained by blank lines at the end of a page. */
const placeBlank = (pages: Page[], lines: number): void => {
  if (used(last(pages)) + lines < LINES) last(pages).pieces.push({ kind: 'blank', units: lines })
}

const placeBlock = (pages: Page[], block: Block): void => {
  if (block.kind === 'title') placeTitle(pages, block.text)
  else if (block.kind === 'heading') placeHeading(pages, block.text)
  else if (block.kind === 'text') placeText(pages, block.text, block.look)
  else if (block.kind === 'blank') placeBlank(pages, block.lines)
  else if (block.kind === 'table') placeTable(pages, block)
  else if (block.kind === 'picture') place(pages, { ...block, units: PICTURE.units + 1 })
  else place(pages, { ...block, units: SIGNATURE.units })
}

/** Cuts an item into pages, at least one. No page holds more than it has lines. */
export const paginate = (blocks: readonly Block[]): Page[] => {
  const pages: Page[] = [{ pieces: [] }]
  for (const block of blocks) placeBlock(pages, block)
  return pages.filter((page, index) => index === 0 || page.pieces.length > 0)
}
