import { model, type ObjectId } from '@server/platform/database'
import { type RequestMark, requestIndex, requestMarkFields } from '@server/platform/once'
import type { DeadlineRules, RULE_STATES } from '@shared/deadlines/schemas'
import { Schema } from 'mongoose'

/** One version of the city's rules. Versions are kept: deadlines that began by one go on by it. */
export interface DeadlineRulesVersion extends DeadlineRules {
  _id: ObjectId
  version: number
  state: (typeof RULE_STATES)[number]
  note: string
  savedById: string
  savedBy: string
  savedAt: Date
  /** Open cases are to be computed anew by it, and are being so until this is taken away. */
  touching?: boolean
  request?: RequestMark
}

const schema = new Schema<DeadlineRulesVersion>(
  {
    version: { type: Number, required: true },
    state: { type: String, required: true },
    rules: { type: [Schema.Types.Mixed], required: true } as never,
    officeHours: { type: [Schema.Types.Mixed], required: true } as never,
    yellowShare: { type: Number, required: true },
    escalateHours: { type: Number, required: true },
    note: { type: String, required: true },
    savedById: { type: String, required: true },
    savedBy: { type: String, required: true },
    savedAt: { type: Date, required: true },
    touching: { type: Boolean, default: undefined },
    ...requestMarkFields,
  },
  { versionKey: false, collection: 'deadlineRules' },
)
schema.index({ version: -1 }, { unique: true })
schema.index({ state: 1 }, { unique: true, name: 'oneActive', partialFilterExpression: { state: 'active' } })
schema.index({ touching: 1 }, { name: 'touching', partialFilterExpression: { touching: true } })
schema.index(...requestIndex)

export const DeadlineRulesModel = model<DeadlineRulesVersion>('DeadlineRules', schema)
