import { dropKept, type KeptFile, openKept } from './kept-files'
import { upload } from './upload'

/** Sends photos kept on this device; their ids at the service, in the same order. */
export const sendFiles = async (files: readonly KeptFile[]): Promise<string[]> => {
  const ids: string[] = []
  for (const kept of files) {
    const file = await openKept(kept)
    if (file) ids.push((await upload(file, kept.key)).id)
  }
  return ids
}

/** Lets go of photos that have been sent with something. */
export const dropFiles = (files: readonly KeptFile[]): void => {
  for (const file of files) void dropKept(file)
}
