import { Schema } from 'mongoose'
import { model, type ObjectId } from '../database'
import { type RequestMark, requestIndex, requestMarkFields } from '../once'

/** What other documents keep of a file. */
export interface FileRef {
  id: string
  mime: string
  size: number
}

/** A stored file; its content lies in GridFS under the same id. */
export interface StoredFile {
  _id: ObjectId
  /** Who uploaded it: only this person may attach it to something. */
  personId: string
  mime: string
  size: number
  /** False while the content is being written: a killed process leaves such records, which a job removes. */
  stored: boolean
  /** Whether something refers to it; what nothing refers to is removed after 30 days. */
  referred: boolean
  createdAt: Date
  request?: RequestMark
}

const schema = new Schema<StoredFile>(
  {
    personId: { type: String, required: true },
    mime: { type: String, required: true },
    size: { type: Number, required: true },
    stored: { type: Boolean, required: true },
    referred: { type: Boolean, required: true },
    createdAt: { type: Date, required: true },
    ...requestMarkFields,
  },
  { versionKey: false, collection: 'files' },
)
schema.index({ createdAt: 1 }, { partialFilterExpression: { referred: false } })
schema.index(...requestIndex)

export const FileModel = model<StoredFile>('File', schema)

export const refOf = (file: StoredFile): FileRef => ({ id: file._id.toHexString(), mime: file.mime, size: file.size })
