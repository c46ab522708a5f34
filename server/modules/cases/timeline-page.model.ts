import { database, model, type ObjectId } from '@server/platform/database'
import { Schema } from 'mongoose'
import type { TimelineEntry } from './case.model'

/** Older timeline entries of one case, moved out of it; pages are numbered from 0 by age. */
export interface TimelinePage {
  _id: ObjectId
  caseId: ObjectId
  /** How many entries lie in pages before this one. */
  from: number
  entries: TimelineEntry[]
}

const schema = new Schema<TimelinePage>(
  {
    caseId: { type: Schema.Types.ObjectId, required: true },
    from: { type: Number, required: true },
    entries: { type: [Schema.Types.Mixed], required: true } as never,
  },
  { versionKey: false },
)
schema.index({ caseId: 1, from: 1 }, { unique: true })
const TimelinePageModel = model<TimelinePage>('TimelinePage', schema)

export const timelinePages = () => database().collection<TimelinePage>(TimelinePageModel.collection.name)
