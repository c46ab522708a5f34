import { model, type ObjectId } from '@server/platform/database'
import type { FileRef } from '@server/platform/files'
import { type RequestMark, requestIndex, requestMarkFields } from '@server/platform/once'
import { Schema } from 'mongoose'

/** What somebody who handles a case wrote down for themselves. It is read by its author alone, and is no part of the file. */
export interface Note {
  _id: ObjectId
  caseId: ObjectId
  personId: string
  text: string
  files: FileRef[]
  at: Date
  request?: RequestMark
}

const schema = new Schema<Note>(
  {
    caseId: { type: Schema.Types.ObjectId, required: true },
    personId: { type: String, required: true },
    text: { type: String, required: true },
    files: { type: [Schema.Types.Mixed], default: [] } as never,
    at: { type: Date, required: true },
    ...requestMarkFields,
  },
  { versionKey: false },
)
schema.index({ caseId: 1, personId: 1, at: -1, _id: -1 })
schema.index(...requestIndex)

export const NoteModel = model<Note>('Note', schema)
