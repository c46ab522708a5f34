import { type ObjectId, toObjectId } from './database'
import { InvalidInput } from './errors'
import { decodeCursor } from './page'

/** Filter for what comes after a cursor in a list that is sorted by `at` and `_id`, newest first. */
export const olderThan = (cursor: string | undefined) => {
  const key = decodeCursor(cursor, 2)
  if (!key) return {}
  const [at, _id] = [new Date(Number(key[0])), toObjectId(String(key[1]))]
  if (!_id || Number.isNaN(at.getTime())) throw InvalidInput.field('cursor', 'invalid_cursor', '翻页参数无效')
  return { $or: [{ at: { $lt: at } }, { at, _id: { $lt: _id } }] }
}
/** The order of such a list. */
export const NEWEST_FIRST = { at: -1, _id: -1 } as const
/** The cursor's key of a row of such a list. */
export const placeOf = (row: { at: Date; _id: ObjectId }): [number, string] => [row.at.getTime(), row._id.toHexString()]
