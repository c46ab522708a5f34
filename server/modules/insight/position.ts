import { ObjectId } from '@server/platform/database'

/** Documents written by several processes may become visible a little out of their order. */
const OVERLAP_SECONDS = 120
/** So long after a look nothing that is older than it can still come to light. */
const QUIET_SECONDS = 300
const SECOND_MS = 1000

const before = (id: ObjectId, seconds: number): ObjectId =>
  ObjectId.createFromTime(Math.max(0, id.getTimestamp().getTime() / SECOND_MS - seconds)) as ObjectId

/** How far somebody has read what is ordered by the machine's time. */
export interface Position {
  /** The last that was seen. */
  after: ObjectId
  /** When all up to it had been read. */
  lookedAt: ObjectId
}

/**
 * From where to read on: a little before the last, for what is read twice is known by its id; and once nothing has come
 * for a while, nothing is read twice any more.
 */
export const readFrom = ({ after, lookedAt }: Position): ObjectId => {
  const [overlap, quiet] = [before(after, OVERLAP_SECONDS), before(lookedAt, QUIET_SECONDS)]
  return overlap.toHexString() > quiet.toHexString() ? overlap : quiet
}
