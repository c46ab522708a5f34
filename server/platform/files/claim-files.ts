import { toObjectId } from '../database'
import { InvalidInput } from '../errors'
import { FileModel, type FileRef, refOf, type StoredFile } from './file.model'

export interface ClaimFiles {
  ids: readonly string[]
  /** Whose files they must be. */
  personId: string
  kind: 'image' | 'audio' | 'any'
  /** The field that a refusal names. */
  field?: string
}

const isOfKind = (file: StoredFile, kind: ClaimFiles['kind']) => kind === 'any' || file.mime.startsWith(`${kind}/`)

/**
 * Takes uploaded files into use, in the given order; from now on they are kept. Throws InvalidInput when one is not
 * there, is not this person's, or is of another kind: which of these it is nobody is told.
 */
export const claimFiles = async ({ ids, personId, kind, field = 'fileIds' }: ClaimFiles): Promise<FileRef[]> => {
  if (ids.length === 0) return []
  const keys = ids.flatMap((id) => toObjectId(id) ?? [])
  const mine = { _id: { $in: keys }, personId, stored: true }
  const found = await FileModel.find(mine).lean<StoredFile[]>()
  const byId = new Map(found.filter((file) => isOfKind(file, kind)).map((file) => [file._id.toHexString(), file]))
  const files = ids.map((id) => byId.get(id.toLowerCase()))
  const whole = files.every((file) => file !== undefined) && new Set(files).size === ids.length
  // Marked and counted in one write: a file that is being removed at this moment is not claimed.
  const claimed = whole ? (await FileModel.updateMany(mine, { $set: { referred: true } })).matchedCount : 0
  if (!whole || claimed !== ids.length) throw InvalidInput.field(field, 'unknown_file', '文件不存在或已失效，请重新上传')
  return files.flatMap((file) => (file ? refOf(file) : []))
}
