import { type Session, toObjectId } from '../database'
import { InvalidInput } from '../errors'
import { FileModel, type FileRef, refOf, type StoredFile } from './file.model'

export interface WantedFiles {
  ids: readonly string[]
  /** Whose files they must be. */
  personId: string
  kind: 'image' | 'audio' | 'any'
  /** The field that a refusal names. */
  field?: string
}

const isOfKind = (file: StoredFile, kind: WantedFiles['kind']) => kind === 'any' || file.mime.startsWith(`${kind}/`)
const unknown = (field: string) => InvalidInput.field(field, 'unknown_file', '文件不存在或已失效，请重新上传')
const keysOf = (ids: readonly string[]) => ids.flatMap((id) => toObjectId(id) ?? [])

/**
 * Uploaded files that may be taken into use, in the given order. Throws InvalidInput when one is not there, is not this
 * person's, or is of another kind: which of these it is nobody is told.
 */
export const findFiles = async ({ ids, personId, kind, field = 'fileIds' }: WantedFiles): Promise<FileRef[]> => {
  if (ids.length === 0) return []
  const found = await FileModel.find({ _id: { $in: keysOf(ids) }, personId, stored: true }).lean<StoredFile[]>()
  const byId = new Map(found.filter((file) => isOfKind(file, kind)).map((file) => [file._id.toHexString(), file]))
  const files = ids.map((id) => byId.get(id.toLowerCase()))
  if (files.includes(undefined) || new Set(files).size !== ids.length) throw unknown(field)
  return files.flatMap((file) => (file ? refOf(file) : []))
}

/**
 * Takes files into use: from now on they are kept. In the transaction that writes what refers to them, so that what
 * fails leaves them as they were. Throws InvalidInput when one has been removed meanwhile.
 */
export const claimFiles = async (files: readonly FileRef[], session: Session): Promise<void> => {
  if (files.length === 0) return
  const ids = keysOf(files.map((file) => file.id))
  // Marked and counted in one write: a file that is being removed at this moment is not claimed.
  const { matchedCount } = await FileModel.updateMany({ _id: { $in: ids }, stored: true }, { $set: { referred: true } }, { session })
  if (matchedCount !== ids.length) throw unknown('fileIds')
}
