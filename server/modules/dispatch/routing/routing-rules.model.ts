import { model, type ObjectId } from '@server/platform/database'
import { type RequestMark, requestIndex, requestMarkFields } from '@server/platform/once'
import type { RoutingRules, RoutingView } from '@shared/dispatch/routing'
import { Schema } from 'mongoose'

/** One version of a region's rules. What was in force once is kept: cases say by which version they were given to whom. */
export interface RoutingRulesDocument extends RoutingRules {
  _id: ObjectId
  regionCode: string
  version: number
  state: RoutingView['state']
  note: string
  /** Staff act in public office, so the name is kept here. */
  savedBy: { personId: string; name: string }
  savedAt: Date
  request?: RequestMark
}

const schema = new Schema<RoutingRulesDocument>(
  {
    regionCode: { type: String, required: true },
    version: { type: Number, required: true },
    state: { type: String, required: true },
    rules: { type: [Schema.Types.Mixed], default: [] } as never,
    weights: { type: Schema.Types.Mixed, required: true },
    silenceHours: { type: Number, required: true },
    silenceHoursHighRisk: { type: Number, required: true },
    note: { type: String, default: '' },
    savedBy: { type: Schema.Types.Mixed, required: true },
    savedAt: { type: Date, required: true },
    ...requestMarkFields,
  },
  { versionKey: false, collection: 'routingRules', minimize: false },
)
// One version is in force.
schema.index({ regionCode: 1 }, { unique: true, name: 'inForce', partialFilterExpression: { state: 'active' } })
schema.index({ regionCode: 1, version: -1 }, { unique: true })
schema.index({ savedAt: -1, _id: -1, regionCode: 1 })
schema.index(...requestIndex)

export const RoutingRulesModel = model<RoutingRulesDocument>('RoutingRules', schema)
