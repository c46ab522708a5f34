import { model, type ObjectId } from '@server/platform/database'
import { Schema } from 'mongoose'

/** Somebody whose words a brief rests on: told what becomes of it, and shown to nobody. */
export interface BriefResident {
  _id: ObjectId
  briefId: string
  evidenceId: string
  personId: string
}

const schema = new Schema<BriefResident>(
  {
    briefId: { type: String, required: true },
    evidenceId: { type: String, required: true },
    personId: { type: String, required: true },
  },
  { versionKey: false, collection: 'briefResidents' },
)
schema.index({ briefId: 1, personId: 1, evidenceId: 1 }, { unique: true })
// Erasing somebody finds all of theirs.
schema.index({ personId: 1 })

export const BriefResidentModel = model<BriefResident>('BriefResident', schema)
