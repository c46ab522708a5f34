import { model } from '@server/platform/database'
import type { WorkingPlan } from '@shared/mediation/schemas'
import { Schema } from 'mongoose'

/** The working hours of a person; `_id` is the person's id. */
export type StoredPlan = WorkingPlan & { _id: string }

const schema = new Schema<StoredPlan>(
  {
    _id: String,
    hours: [{ _id: false, weekday: Number, from: String, to: String }],
    sessionMinutes: { type: Number, required: true },
    noticeHours: { type: Number, required: true },
    daysOff: [String],
    exceptions: [{ _id: false, date: String, hours: [{ _id: false, from: String, to: String }] }],
    bufferBefore: { type: Number, default: 0 },
    bufferAfter: { type: Number, default: 0 },
    horizonDays: { type: Number, default: 31 },
  },
  { versionKey: false },
)
export const WorkingPlanModel = model<StoredPlan>('WorkingPlan', schema)

const WEEKDAYS = [1, 2, 3, 4, 5]

/** What holds for those who have said nothing else: weekdays, an hour for each session, four hours' notice. */
export const DEFAULT_PLAN: WorkingPlan = {
  hours: WEEKDAYS.flatMap((weekday) => [
    { weekday, from: '09:00', to: '12:00' },
    { weekday, from: '14:00', to: '17:30' },
  ]),
  sessionMinutes: 60,
  noticeHours: 4,
  daysOff: [],
  exceptions: [],
  bufferBefore: 0,
  bufferAfter: 0,
  horizonDays: 31,
}
