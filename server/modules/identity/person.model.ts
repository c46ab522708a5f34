import { model, type ObjectId } from '@server/platform/database'
import type { Sealed } from '@server/platform/seal'
import { Schema } from 'mongoose'

/** Somebody who takes part, with or without an account. */
export interface Person {
  _id: ObjectId
  name: string
  phone?: Sealed
  /** Who the person is in another system: an import meets the same writer again. */
  ref?: { scope: string; ref: string }
  createdAt: Date
  erasedAt?: Date
}

/** What an erased person is called. */
export const ERASED_NAME = '已注销'
/** What somebody is called who has not given a name. */
export const DEFAULT_NAME = '微信用户'

const schema = new Schema<Person>(
  {
    name: { type: String, required: true },
    phone: { type: { keyId: String, cipher: String, hmac: String, last4: String }, default: undefined, _id: false },
    ref: { type: { scope: String, ref: String }, default: undefined, _id: false },
    createdAt: { type: Date, required: true },
    erasedAt: Date,
  },
  { versionKey: false },
)
schema.index({ 'ref.scope': 1, 'ref.ref': 1 }, { unique: true, partialFilterExpression: { 'ref.ref': { $exists: true } } })
export const PersonModel = model<Person>('Person', schema)

/** The key that reads a person's numbers. Without it nothing of them can be read, not even in a backup's copy of the person. */
export interface PersonKey {
  _id: string
  personId: string
  wrapped: string
}
const keySchema = new Schema<PersonKey>(
  { _id: String, personId: { type: String, required: true }, wrapped: { type: String, required: true } },
  { versionKey: false, collection: 'personKeys' },
)
keySchema.index({ personId: 1 }, { unique: true })
export const PersonKeyModel = model<PersonKey>('PersonKey', keySchema)
