import { InvalidInput } from './errors'

/** A cursor is the sort key of the last row, made opaque. */
export const encodeCursor = (key: readonly (string | number)[]): string => Buffer.from(JSON.stringify(key)).toString('base64url')

/** The sort key in a cursor; refuses what was not made by `encodeCursor`. */
export const decodeCursor = (cursor: string | undefined, length: number): (string | number)[] | undefined => {
  if (cursor === undefined) return undefined
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    const whole = Array.isArray(key) && key.length === length && key.every((part) => typeof part === 'string' || typeof part === 'number')
    if (whole) return key as (string | number)[]
  } catch {
    // Falls through to the refusal below: the cursor is not ours.
  }
  throw InvalidInput.field('cursor', 'invalid_cursor', '翻页参数无效')
}

/** Cuts a page out of rows of which one more than `limit` was read. */
export const toPage = <T>(
  rows: T[],
  limit: number,
  keyOf: (row: T) => readonly (string | number)[],
): { rows: T[]; nextCursor: string | null } => {
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return { rows: page, nextCursor: rows.length > limit && last !== undefined ? encodeCursor(keyOf(last)) : null }
}
