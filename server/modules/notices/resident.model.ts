import { model } from '@server/platform/database'
import type { CaseKind } from '@shared/cases/words'
import { Schema } from 'mongoose'

/** What notices know of somebody with an account: where the person lives, and where they have brought what. */
export interface Resident {
  /** The person's id. */
  _id: string
  home?: string
  brought: { regionCode: string; kind: CaseKind }[]
}

const schema = new Schema<Resident>(
  {
    _id: { type: String, required: true },
    home: { type: String, default: undefined },
    brought: [{ _id: false, regionCode: String, kind: String }] as never,
  },
  { versionKey: false, collection: 'residents' },
)
schema.index({ home: 1 }, { partialFilterExpression: { home: { $exists: true } } })
schema.index({ 'brought.regionCode': 1, 'brought.kind': 1 })

export const ResidentModel = model<Resident>('Resident', schema)

/** How far what was there before this module has been gone through. */
export interface ResidentProgress {
  _id: 'cases' | 'homes'
  after: string | null
  done: boolean
}
const progressSchema = new Schema<ResidentProgress>(
  { _id: { type: String, required: true }, after: { type: String, default: null }, done: { type: Boolean, required: true } },
  { versionKey: false, collection: 'residentProgress' },
)
export const ResidentProgressModel = model<ResidentProgress>('ResidentProgress', progressSchema)
