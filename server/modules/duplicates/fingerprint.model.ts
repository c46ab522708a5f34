import { database, model, type ObjectId } from '@server/platform/database'
import type { CaseKind } from '@shared/cases/words'
import { type mongo, Schema } from 'mongoose'

/** What is compared of a case, without its words. Its id is that of the case. */
export interface Fingerprint {
  _id: ObjectId
  kind: CaseKind
  /** The category's group. */
  top: string
  regionCode: string
  /** The region at the level of townships, or its own where that is higher: where others are looked for. */
  township: string
  point?: { type: 'Point'; coordinates: [number, number] }
  at: Date
  /** Those who brought it. */
  personIds: string[]
  /** The terms that tell most: under these others are looked for. */
  keys: number[]
  /** All terms with their counts, packed. */
  terms: mongo.Binary
  marks: string[]
  /** When nobody had to act any more; null while somebody has. */
  endedAt: Date | null
}

const schema = new Schema<Fingerprint>(
  {
    kind: { type: String, required: true },
    top: { type: String, required: true },
    regionCode: { type: String, required: true },
    township: { type: String, required: true },
    point: { type: Schema.Types.Mixed, default: undefined },
    at: { type: Date, required: true },
    personIds: [String],
    keys: [Number],
    terms: { type: Buffer, required: true } as never,
    marks: [String],
    endedAt: { type: Date, default: null },
  },
  { versionKey: false, collection: 'fingerprints' },
)
schema.index({ kind: 1, township: 1, keys: 1, at: -1 })
// Sparse by itself: cases without a point are not in it.
schema.index({ kind: 1, point: '2dsphere' })
schema.index({ personIds: 1, at: -1 })
schema.index({ at: 1 })

export const FingerprintModel = model<Fingerprint>('Fingerprint', schema)

/** The collection behind the model, where many are read: no hydration. */
export const fingerprints = () => database().collection<Fingerprint>(FingerprintModel.collection.name)
