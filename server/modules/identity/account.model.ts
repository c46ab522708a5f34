import { model, type ObjectId } from '@server/platform/database'
import type { RoleGrant } from '@shared/identity/schemas'
import { Schema } from 'mongoose'

export interface Consent {
  version: string
  at: Date
}

/** What logs in. Holds staff roles only: everybody may act as a resident. */
export interface Account {
  _id: ObjectId
  openid: string
  personId: string
  roles: RoleGrant[]
  consents: Consent[]
  careMode: boolean
  homeRegionCode: string | null
  createdAt: Date
}

const schema = new Schema<Account>(
  {
    openid: { type: String, required: true },
    personId: { type: String, required: true },
    roles: [{ _id: false, role: String, organisationId: { type: String, default: null }, regionCode: String }],
    consents: [{ _id: false, version: String, at: Date }],
    careMode: { type: Boolean, default: false },
    homeRegionCode: { type: String, default: null },
    createdAt: { type: Date, required: true },
  },
  { versionKey: false },
)
schema.index({ openid: 1 }, { unique: true })
schema.index({ personId: 1 }, { unique: true })
schema.index({ 'roles.regionCode': 1, 'roles.role': 1 })
schema.index({ 'roles.organisationId': 1 })
export const AccountModel = model<Account>('Account', schema)
