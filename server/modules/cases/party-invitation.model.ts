import { model, type ObjectId } from '@server/platform/database'
import { type RequestMark, requestIndex, requestMarkFields } from '@server/platform/once'
import type { InviteParty } from '@shared/cases/schemas'
import { Schema } from 'mongoose'
import type * as z from 'zod/mini'
import type { Side } from './case.model'

export type InvitedPart = z.infer<typeof InviteParty>['part']

/** A one-time code with which somebody becomes a party of a case. Only the code's hash is kept. */
export interface PartyInvitation {
  _id: ObjectId
  caseId: ObjectId
  part: InvitedPart
  side: Side
  /** representative, guardian: for which party. */
  actsFor?: string
  /** What the inviter calls the invited person. */
  name: string
  codeHash: string
  invitedBy: string
  createdAt: Date
  expiresAt: Date
  state: 'open' | 'accepted' | 'declined'
  answeredBy: string | null
  answeredAt: Date | null
  request?: RequestMark
}

const schema = new Schema<PartyInvitation>(
  {
    caseId: { type: Schema.Types.ObjectId, required: true },
    part: { type: String, required: true },
    side: { type: String, required: true },
    actsFor: { type: String, default: undefined },
    name: { type: String, default: '' },
    codeHash: { type: String, required: true },
    invitedBy: { type: String, required: true },
    createdAt: { type: Date, required: true },
    expiresAt: { type: Date, required: true },
    state: { type: String, required: true },
    answeredBy: { type: String, default: null },
    answeredAt: { type: Date, default: null },
    ...requestMarkFields,
  },
  { versionKey: false },
)
schema.index({ codeHash: 1 }, { unique: true })
schema.index({ caseId: 1, state: 1, expiresAt: 1 })
schema.index(...requestIndex)

export const PartyInvitationModel = model<PartyInvitation>('PartyInvitation', schema)
