import { model } from '@server/platform/database'
import { Schema } from 'mongoose'

/** Days after closing on which a region's cases are followed up. */
export interface PlannedFollowUps {
  regionCode: string
  days: number[]
}

const schema = new Schema<PlannedFollowUps>(
  { regionCode: { type: String, required: true }, days: { type: [Number], required: true } },
  { versionKey: false, collection: 'followUpPlans' },
)
schema.index({ regionCode: 1 }, { unique: true })

export const FollowUpPlanModel = model<PlannedFollowUps>('FollowUpPlan', schema)
