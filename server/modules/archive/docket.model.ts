import { model, type ObjectId } from '@server/platform/database'
import type { FileRef } from '@server/platform/files'
import type { DocketPart, Retention } from '@shared/archive/schemas'
import { Schema } from 'mongoose'
import type { Blob } from './blobs'

/** One file of a docket, as the manifest names it. */
export interface ManifestEntry {
  name: string
  title: string
  size: number
  sm3: string
}
/** What a frozen docket keeps of an item. */
export interface FrozenItem {
  part: DocketPart
  title: string
  date: string
  present: boolean
  pages: number
  from: number
  digest: string
}
export interface Frozen {
  at: Date
  items: FrozenItem[]
  pages: number
  document: Blob
  /** Uploaded files are never changed, so they stay where they are; the manifest has their digests. */
  attachments: { name: string; file: FileRef }[]
  /** The exact text of manifest.json. */
  manifest: string
  /** SM3 of the manifest. */
  digest: string
}
/**
 * What is kept of a case's docket besides the case: nothing but its retention until it is to be frozen, then its number,
 * then the frozen file itself. `wanted`: the case is archived and the file still has to be made.
 */
export interface Docket {
  _id: ObjectId
  caseId: ObjectId
  state: 'open' | 'wanted' | 'frozen'
  retention?: Retention
  number?: string
  regionCode?: string
  year?: number
  serial?: number
  frozen?: Frozen
}

const Mixed = Schema.Types.Mixed
const schema = new Schema<Docket>(
  {
    caseId: { type: Schema.Types.ObjectId, required: true },
    state: { type: String, required: true },
    retention: String,
    number: String,
    regionCode: String,
    year: Number,
    serial: Number,
    frozen: { type: Mixed, default: undefined },
  },
  { versionKey: false },
)
schema.index({ caseId: 1 }, { unique: true })
schema.index({ number: 1 }, { unique: true, partialFilterExpression: { number: { $exists: true } } })
// The numbers of a place's committee and year, without gaps.
schema.index({ regionCode: 1, year: 1, serial: 1 }, { unique: true, partialFilterExpression: { serial: { $exists: true } } })
schema.index({ state: 1, _id: 1 }, { partialFilterExpression: { state: 'wanted' } })

export const DocketModel = model<Docket>('Docket', schema)
