import { Schema } from 'mongoose'
import { clock } from './clock'
import { model, type Session } from './database'
import { Conflict } from './errors'
import { isRepeat, type RequestMark } from './once'

interface SpentMark extends RequestMark {
  _id: string
  at: Date
}

/** Longer than any telephone goes on repeating a request. */
const KEPT_SECONDS = 30 * 86_400

const schema = new Schema<SpentMark>({ _id: String, by: String, key: String, hash: String, at: Date }, { versionKey: false })
schema.index({ at: 1 }, { expireAfterSeconds: KEPT_SECONDS })
const SpentMarkModel = model<SpentMark>('SpentMark', schema)

const idOf = ({ by, key }: RequestMark): string => `${by} ${key}`

/**
 * Remembers the requests that made what is being removed, so that a late repeat of one does not make it again. In the
 * removal's transaction, or before the removal: what is there is found before its spent mark is.
 */
export const spendMarks = async (marks: readonly (RequestMark | undefined)[], session?: Session): Promise<void> => {
  for (const mark of marks) {
    if (mark) await SpentMarkModel.updateOne({ _id: idOf(mark) }, { $set: { ...mark, at: clock.now() } }, { upsert: true, session })
  }
}

/**
 * Throws Conflict `taken_back` for the repeat of a request whose work has been removed, and `idempotency_mismatch` when
 * the key comes with something else.
 */
export const refuseSpent = async (mark: RequestMark | undefined): Promise<void> => {
  const spent = mark && (await SpentMarkModel.findById(idOf(mark)).lean<SpentMark>())
  if (isRepeat(spent ?? undefined, mark)) throw new Conflict('taken_back')
}
