/**
 * The page of official papers (GB/T 9704): A4, 22 lines of 28 characters. Lines are a little closer than there and hold
 * one character less: what an office program adds of its own must never push a line onto the next page. In points.
 */
export const PAGE = { width: 595.3, height: 841.9, top: 104.9, bottom: 99.2, left: 79.4, right: 73.7 } as const
export const LINES = 22
export const LINE = 27.5
export const CHARS = 27
/** In the size of tables. */
export const SMALL_CHARS = 36

export const FONT = { text: 16, title: 22, table: 12 } as const
export const TITLE_CHARS = 19
/** A line of the name of an item takes two lines of text. */
export const TITLE_UNITS = 2

/** In tables: height of a line, what a row has besides its lines, what a cell has beside its words. */
export const TABLE_LINE = 14
export const TABLE_PADDING = 9
export const CELL_PADDING = 12

/** Two photos with their captions fill a page; a photo takes the room of nine lines. */
export const PICTURE = { units: 9, width: 430, height: 232 } as const
export const SIGNATURE = { units: 3, width: 110, height: 62 } as const
