import type { FileRef } from '@server/platform/files'

/** How a paragraph stands, when its first line is not indented by two characters; `small`: digests and the like. */
export type Look = 'centre' | 'flush' | 'right' | 'small'

/** What a docket is composed of, before it is cut into pages. */
export type Block =
  /** The name of an item, with which it begins; Word's and LibreOffice's outline shows it. */
  | { kind: 'title'; text: string }
  | { kind: 'heading'; text: string }
  | { kind: 'text'; text: string; look?: Look | undefined }
  | { kind: 'blank'; lines: number }
  | { kind: 'table'; widths: readonly number[]; head: readonly string[] | null; rows: readonly (readonly string[])[] }
  | { kind: 'picture'; file: FileRef; caption: string }
  /** A hand-written name, as strokes x, y, x, y … in a square of 1000 × 1000, with words beside it. */
  | { kind: 'signature'; strokes: number[][]; words: string }

/** What stands on a page: what takes `units` lines of it. */
export type Piece =
  | { kind: 'title'; lines: string[]; units: number }
  | { kind: 'heading'; lines: string[]; units: number }
  | { kind: 'text'; lines: string[]; look: Look | 'first' | 'next'; units: number }
  | { kind: 'blank'; units: number }
  | { kind: 'table'; widths: readonly number[]; rows: TableRow[]; units: number }
  | { kind: 'picture'; file: FileRef; caption: string; units: number }
  | { kind: 'signature'; strokes: number[][]; words: string; units: number }

export interface TableRow {
  head: boolean
  /** By cell, by line. */
  cells: string[][]
  units: number
}
export interface Page {
  pieces: Piece[]
}
