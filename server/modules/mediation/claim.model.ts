import { model, type ObjectId } from '@server/platform/database'
import { Schema } from 'mongoose'

/**
 * One resource for one tick of 15 minutes. The unique index is what makes overlaps impossible: a person is in one
 * place at a time, whether as mediator or as party, and a room holds one session.
 */
export interface Claim {
  /** `p:<personId>` or `r:<roomId>` */
  resource: string
  /** Quarters of an hour since 1970. */
  tick: number
  bookingId: ObjectId
  /** Of what is only held: afterwards anybody may take it. */
  until?: Date
}

const schema = new Schema<Claim>(
  {
    resource: { type: String, required: true },
    tick: { type: Number, required: true },
    bookingId: { type: Schema.Types.ObjectId, required: true },
    until: { type: Date, default: undefined },
  },
  { versionKey: false },
)
schema.index({ resource: 1, tick: 1 }, { unique: true })
schema.index({ bookingId: 1 })
schema.index({ until: 1 }, { sparse: true })

export const ClaimModel = model<Claim>('Claim', schema)
