import { model, type ObjectId, type Session } from '@server/platform/database'
import { Schema } from 'mongoose'
import type { DayCounts } from './calendar'
import type { Tie } from './ties'

/** Who holds the one stream, and how far it has come. Every write of signals touches it, so that none of two goes unseen. */
interface StreamState {
  _id: 'stream'
  /** The stream that may store what it finds. */
  holder?: string
  /** How many ties there are: what was found without the latest is not stored. */
  ties: number
  writes: number
  days?: DayCounts
}
/** What staff have said of messages by merging and splitting, numbered. */
export interface StoredTie {
  _id: number
  tie: Tie
}
/** A wording that was taken back: whoever was about to count it does not. Forgotten after a month. */
interface Gone {
  /** The wording. */
  _id: string
  /** By the machine's time, so that streams can follow. */
  order: ObjectId
  at: Date
}

const KEPT_SECONDS = 30 * 24 * 3600
const settings = { versionKey: false } as const

export const StreamStateModel = model<StreamState>(
  'StreamState',
  new Schema<StreamState>(
    { _id: String as never, holder: String, ties: Number, writes: Number, days: { type: Schema.Types.Mixed, default: undefined } as never },
    { ...settings, collection: 'signalstream' },
  ),
)
export const TieModel = model<StoredTie>(
  'SignalTie',
  new Schema<StoredTie>(
    { _id: Number, tie: { type: Schema.Types.Mixed, required: true } as never },
    { ...settings, collection: 'signalties' },
  ),
)
export const GoneModel = model<Gone>(
  'GoneWording',
  new Schema<Gone>({ _id: String, order: Schema.Types.ObjectId, at: Date }, { ...settings, collection: 'gonewordings' })
    .index({ order: 1 })
    .index({ at: 1 }, { expireAfterSeconds: KEPT_SECONDS }),
)

const STREAM = { _id: 'stream' } as const

/** Makes a stream the one that may store. */
export const takeOver = (holder: string): Promise<unknown> =>
  StreamStateModel.updateOne(STREAM, { $set: { holder }, $inc: { writes: 1 }, $setOnInsert: { ties: 0 } }, { upsert: true })

export const readState = (): Promise<StreamState | null> => StreamStateModel.findOne(STREAM).lean<StreamState>()

/** Whether a stream may store what it found, knowing so many ties; whoever writes at the same time waits or is tried again. */
export const mayStore = async (options: { holder: string; ties: number; days?: DayCounts; session: Session }): Promise<boolean> => {
  const { holder, ties, days, session } = options
  const update = { $inc: { writes: 1 }, ...(days ? { $set: { days } } : {}) }
  const { matchedCount } = await StreamStateModel.updateOne({ ...STREAM, holder, ties }, update, { session })
  return matchedCount === 1
}

/** Says that something else than the stream changes signals. */
export const touchState = (session: Session): Promise<unknown> =>
  StreamStateModel.updateOne(STREAM, { $inc: { writes: 1 }, $setOnInsert: { ties: 0 } }, { upsert: true, session })

/** Keeps what somebody said; whatever the stream finds without knowing it is not stored any more. */
export const keepTie = async (tie: Tie, session: Session): Promise<void> => {
  const state = await StreamStateModel.findOneAndUpdate(
    STREAM,
    { $inc: { ties: 1, writes: 1 } },
    { upsert: true, returnDocument: 'after', session },
  )
  await TieModel.create([{ _id: state.ties, tie }], { session })
}
