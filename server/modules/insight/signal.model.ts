import { model, type ObjectId } from '@server/platform/database'
import type { SignalKind } from '@shared/insight/schemas'
import { Schema } from 'mongoose'

/** Something that stands out, as it is kept: the same document from the day on which it was raised. */
export interface StoredSignal {
  _id: ObjectId
  kind: SignalKind
  /** Its most telling words. */
  name: string
  /** What somebody has called it; stays. */
  givenName: string | null
  /** Counts what people do with it; what comes in does not change it. */
  revision: number
  /** Whether it stands out now. */
  stands: boolean
  /** Whether lists show it: it stands out, and enough people are behind it that none of them can be made out. */
  listed: boolean
  muted: boolean
  mergedInto: ObjectId | null
  people: number
  messages: number
  /** Every region in which somebody of it is, with those above it. */
  places: string[]
  firstAt: Date
  latestAt: Date
  /** Local dates. */
  raisedAt: string
  expected: number
  observed: number
  p: number
  /** The order of lists: what weighs more stands before, and fades as time goes on. */
  score: number
  /** Members have not been told of it yet. */
  untold?: true
  /** What staff did with it; at most a hundred entries. */
  history: { at: Date; by: string; text: string }[]
}

const schema = new Schema<StoredSignal>(
  {
    kind: { type: String, required: true },
    name: { type: String, required: true },
    givenName: { type: String, default: null },
    revision: { type: Number, required: true },
    stands: { type: Boolean, required: true },
    listed: { type: Boolean, required: true },
    muted: { type: Boolean, required: true },
    mergedInto: { type: Schema.Types.ObjectId, default: null },
    people: Number,
    messages: Number,
    places: [String],
    firstAt: Date,
    latestAt: Date,
    raisedAt: String,
    expected: Number,
    observed: Number,
    p: Number,
    score: { type: Number, required: true },
    untold: { type: Boolean, default: undefined } as never,
    history: { type: [Schema.Types.Mixed], default: [] } as never,
  },
  { versionKey: false, collection: 'signals' },
)
// Lists and maps of a region; of a kind where one is asked for.
schema.index({ places: 1, listed: 1, muted: 1, score: -1, _id: -1 })
schema.index({ stands: 1 }, { name: 'standing', partialFilterExpression: { stands: true } })
schema.index({ untold: 1 }, { name: 'untold', partialFilterExpression: { untold: true } })

export const SignalModel = model<StoredSignal>('Signal', schema)
