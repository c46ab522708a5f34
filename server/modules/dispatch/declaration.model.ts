import { model } from '@server/platform/database'
import type { Sealed } from '@server/platform/seal'
import { Schema } from 'mongoose'

/**
 * What a handler has declared of themselves (`Ties`), as one text sealed with the person's own key: whoever reads the
 * database learns nothing of it or of the third persons in it, and erasing the person erases it.
 */
export interface Declaration {
  /** The person. */
  _id: string
  /** Null: nothing any more. The row stays, so that the other processes hear of it. */
  sealed: Sealed | null
  /** The database's time, not the movable clock's: by it processes find what is new. */
  changedAt: Date
}

const schema = new Schema<Declaration>(
  {
    _id: { type: String, required: true },
    sealed: { type: { keyId: String, cipher: String, hmac: String, last4: String }, default: null, _id: false },
    changedAt: { type: Date, required: true },
  },
  { versionKey: false },
)
schema.index({ changedAt: 1 })

export const DeclarationModel = model<Declaration>('Declaration', schema)
