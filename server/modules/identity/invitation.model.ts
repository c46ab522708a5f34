import { model, type ObjectId } from '@server/platform/database'
import { type RequestMark, requestIndex, requestMarkFields } from '@server/platform/once'
import type { StaffRole } from '@shared/identity/schemas'
import { Schema } from 'mongoose'

/** One role, to be taken up once. The code is stored as a keyed digest. */
export interface Invitation {
  _id: ObjectId
  codeHash: string
  role: StaffRole
  regionCode: string
  organisationId: string | null
  /** What the invited person is called in the role. */
  name: string
  createdBy: string
  createdAt: Date
  expiresAt: Date
  redeemedAt: Date | null
  redeemedBy: string | null
  revokedAt: Date | null
  request?: RequestMark
}

const schema = new Schema<Invitation>(
  {
    codeHash: { type: String, required: true },
    role: { type: String, required: true },
    regionCode: { type: String, required: true },
    organisationId: { type: String, default: null },
    name: { type: String, required: true },
    createdBy: { type: String, required: true },
    createdAt: { type: Date, required: true },
    expiresAt: { type: Date, required: true },
    redeemedAt: { type: Date, default: null },
    redeemedBy: { type: String, default: null },
    revokedAt: { type: Date, default: null },
    ...requestMarkFields,
  },
  { versionKey: false },
)
schema.index({ codeHash: 1 }, { unique: true })
schema.index({ regionCode: 1, _id: -1 })
schema.index({ redeemedBy: 1 })
schema.index(...requestIndex)
export const InvitationModel = model<Invitation>('Invitation', schema)
