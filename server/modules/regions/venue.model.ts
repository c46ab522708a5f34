import { model, type ObjectId } from '@server/platform/database'
import { type RequestMark, requestIndex, requestMarkFields } from '@server/platform/once'
import { Schema } from 'mongoose'

export interface Room {
  id: string
  name: string
  seats: number
}

/** A place where sessions are held. Its rooms are what bookings claim, by id. */
export interface Venue {
  _id: ObjectId
  name: string
  address: string
  regionCode: string
  accessible: boolean
  rooms: Room[]
  location?: { type: 'Point'; coordinates: [number, number] }
  request?: RequestMark
}

const schema = new Schema<Venue>(
  {
    name: { type: String, required: true },
    address: { type: String, required: true },
    regionCode: { type: String, required: true },
    accessible: { type: Boolean, default: false },
    rooms: [{ _id: false, id: String, name: String, seats: Number }],
    location: { type: new Schema({ type: { type: String, enum: ['Point'] }, coordinates: [Number] }, { _id: false }), default: undefined },
    ...requestMarkFields,
  },
  { versionKey: false },
)
schema.index({ regionCode: 1, name: 1 })
schema.index(...requestIndex)
export const VenueModel = model<Venue>('Venue', schema)
