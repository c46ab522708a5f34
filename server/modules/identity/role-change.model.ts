import { model, type ObjectId } from '@server/platform/database'
import { Schema } from 'mongoose'
import type { RoleChange } from './hooks'

/** A role granted or taken away of which the other modules have not heard; it goes when they have. */
export interface NotedRoleChange extends Omit<RoleChange, 'change'> {
  _id: ObjectId
  at: Date
}

const schema = new Schema<NotedRoleChange>(
  {
    personId: { type: String, required: true },
    name: { type: String, required: true },
    grant: { type: Schema.Types.Mixed, required: true } as never,
    at: { type: Date, required: true },
  },
  { versionKey: false, collection: 'roleChanges' },
)
schema.index({ at: 1 })

export const RoleChangeModel = model<NotedRoleChange>('RoleChange', schema)
