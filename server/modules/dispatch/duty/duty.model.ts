import { model } from '@server/platform/database'
import { Schema } from 'mongoose'

/** Who is on duty in a region, as its centre has said. */
export interface Duty {
  /** The region. */
  _id: string
  entries: { personId: string; from: Date; until: Date }[]
  savedBy: string
  savedAt: Date
}

export const DutyModel = model<Duty>(
  'Duty',
  new Schema<Duty>(
    { _id: String, entries: { type: [Schema.Types.Mixed], default: [] } as never, savedBy: String, savedAt: Date },
    { versionKey: false, collection: 'duties' },
  ),
)
