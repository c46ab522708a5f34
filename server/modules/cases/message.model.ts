import { model, type ObjectId } from '@server/platform/database'
import type { FileRef } from '@server/platform/files'
import { type RequestMark, requestIndex, requestMarkFields } from '@server/platform/once'
import { type DomainEvent, outboxFields, outboxIndex } from '@server/platform/outbox'
import type { Room } from '@shared/cases/schemas'
import type { StaffRole } from '@shared/identity/schemas'
import { Schema } from 'mongoose'
import type { Party, Side } from './case.model'

/** Who said it. Staff act in public office, so their names are kept; `name` is empty for parties: it is looked up from the person. */
export interface Speaker {
  personId: string
  side: Side | 'staff'
  part: Party['part'] | null
  name: string
  role: StaffRole | null
}

/** Something said in a room of a case. */
export interface Message {
  _id: ObjectId
  caseId: ObjectId
  room: Room
  by: Speaker
  text: string
  files: FileRef[]
  at: Date
  request?: RequestMark
  pending?: DomainEvent[]
  pendingAt?: Date
}

const Mixed = Schema.Types.Mixed
const schema = new Schema<Message>(
  {
    caseId: { type: Schema.Types.ObjectId, required: true },
    room: { type: String, required: true },
    by: { type: Mixed, required: true },
    text: { type: String, default: '' },
    files: { type: [Mixed], default: [] } as never,
    at: { type: Date, required: true },
    ...requestMarkFields,
    ...outboxFields,
  },
  { versionKey: false },
)
schema.index({ caseId: 1, room: 1, at: -1, _id: -1 })
schema.index({ 'by.personId': 1, at: -1 })
schema.index(...requestIndex)
schema.index(...outboxIndex)

export const MessageModel = model<Message>('Message', schema)
