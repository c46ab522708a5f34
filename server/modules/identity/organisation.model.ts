import { model, type ObjectId } from '@server/platform/database'
import { type RequestMark, requestIndex, requestMarkFields } from '@server/platform/once'
import { ORGANISATION_KINDS, type OrganisationKind } from '@shared/identity/schemas'
import { Schema } from 'mongoose'

export interface OrganisationDocument {
  _id: ObjectId
  kind: OrganisationKind
  name: string
  regionCode: string
  request?: RequestMark
}

const schema = new Schema<OrganisationDocument>(
  {
    kind: { type: String, enum: ORGANISATION_KINDS, required: true },
    name: { type: String, required: true },
    regionCode: { type: String, required: true },
    ...requestMarkFields,
  },
  { versionKey: false },
)
schema.index({ regionCode: 1, kind: 1, name: 1 }, { unique: true })
schema.index(...requestIndex)
export const OrganisationModel = model<OrganisationDocument>('Organisation', schema)
