import { model } from '@server/platform/database'
import { Schema } from 'mongoose'

/** The holidays of a year, and the weekend days that are worked in lieu (调休); local dates, YYYY-MM-DD. */
export interface Calendar {
  year: number
  holidays: string[]
  workdays: string[]
}

const schema = new Schema<Calendar>(
  { year: { type: Number, required: true }, holidays: [String], workdays: [String] },
  { versionKey: false },
)
schema.index({ year: 1 }, { unique: true })

export const CalendarModel = model<Calendar>('Calendar', schema)
