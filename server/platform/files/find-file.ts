import { toObjectId } from '../database'
import { FileModel, type FileRef, refOf, type StoredFile } from './file.model'

/** A file whose content is there, or undefined. */
export const findFile = async (id: string): Promise<FileRef | undefined> => {
  const _id = toObjectId(id)
  const file = _id && (await FileModel.findOne({ _id, stored: true }).lean<StoredFile>())
  return file ? refOf(file) : undefined
}
