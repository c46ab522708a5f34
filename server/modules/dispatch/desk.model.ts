import { model, type ObjectId } from '@server/platform/database'
import { Schema } from 'mongoose'

/** How many cases a mediator has at hand at most, unless he or she says otherwise. */
export const USUAL_CAPACITY = 12

/** The desk at which the service puts cases: what a mediator takes on, and how much lies there. */
export interface Desk {
  _id: ObjectId
  personId: string
  /** Mediators act in public office: the name is kept here. */
  name: string
  organisationId: string | null
  /** Regions whose cases come here, of any level. */
  regionCodes: string[]
  /** First-level categories; empty means all. */
  categories: string[]
  capacity: number
  load: number
  /** `capacity - load`, kept in the same write, so that an index can tell who has room. */
  room: number
  /** Not on leave. */
  open: boolean
  lastAssignedAt: Date
  /** When it last changed: the processes read anew what has. */
  changedAt: Date
  /** Away on these days of the city's calendar, the last included. */
  absences?: { from: string; until: string }[]
  /** Besides Mandarin. */
  languages?: string[]
  /** How many cases were given to it on each day, by the number of the day; those of the last 30 days count. */
  days?: Record<string, number>
  /** Grows with every change of the load, so that a recount never undoes one. */
  rev: number
}

const schema = new Schema<Desk>(
  {
    personId: { type: String, required: true },
    name: { type: String, required: true },
    organisationId: { type: String, default: null },
    regionCodes: [String],
    categories: [String],
    capacity: { type: Number, required: true },
    load: { type: Number, required: true },
    room: { type: Number, required: true },
    open: { type: Boolean, required: true },
    lastAssignedAt: { type: Date, required: true },
    changedAt: { type: Date, required: true },
    rev: { type: Number, required: true },
    absences: { type: [Schema.Types.Mixed], default: undefined } as never,
    languages: { type: [String], default: undefined },
    days: { type: Schema.Types.Mixed, default: undefined },
  },
  { versionKey: false },
)
schema.index({ personId: 1 }, { unique: true })
// Who serves a region. (Routing itself chooses from memory.)
schema.index({ regionCodes: 1, open: 1 })
// What has changed since a process last looked.
schema.index({ changedAt: 1 })

export const DeskModel = model<Desk>('Desk', schema)
